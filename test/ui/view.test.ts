import { describe, expect, test } from '@jest/globals';
import { EventBus } from '../../src/events/event-bus.js';
import { Button } from '../../src/ui/components/button.js';
import type { ButtonContext } from '../../src/ui/components/button-context.js';
import { Migrate } from '../../src/ui/state/migrate.js';
import { State } from '../../src/ui/state/state.js';
import { deriveStateKey } from '../../src/ui/state/state-seal.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';

@ViewOptions({ id: 'counter', timeoutMs: null })
class Counter extends View {
  @State.integer() count = 0;

  @Button({ label: (view: Counter) => `Pressed ${view.count} times`, style: 'primary' })
  async press(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }
}

@ViewOptions({ timeoutMs: 60_000 })
class Greeting extends View {
  greeted = 0;
  timedOut = false;

  @Button({ label: 'Hello', disabled: (view: Greeting) => view.greeted > 1 })
  async hello(ctx: ButtonContext): Promise<void> {
    this.greeted += 1;
    await ctx.update(this);
  }

  @Button({ label: 'Fail', hidden: (view: Greeting) => view.greeted === 0 })
  fail(): never {
    throw new Error('no');
  }

  override onTimeout(): void {
    this.timedOut = true;
  }
}

async function show(bench: ComponentBench, view: View, options = {}) {
  return bench.discord.slash().responder.reply(view, options);
}

function labels(bench: ComponentBench, messageId: string): unknown[] {
  return bench.discord.components(messageId).map(({ label }) => label);
}

async function press(bench: ComponentBench, messageId: string, what: string): Promise<void> {
  await bench.router.dispatch(bench.discord.press(bench.discord.message(messageId), what));
}

describe('a persistent view', () => {
  test('counts on after a restart, with the state of the message', async () => {
    const before = new ComponentBench({ views: [Counter] });
    const { id } = await show(before, new Counter());
    await press(before, id, 'Pressed 0 times');
    await press(before, id, 'Pressed 1 times');
    const after = new ComponentBench({ views: [Counter] }, before.discord);
    await press(after, id, 'Pressed 2 times');
    expect(labels(after, id)).toEqual(['Pressed 3 times']);
  });

  test('leaves nothing in memory', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    await press(bench, id, 'Pressed 0 times');
    expect(bench.router.runtime.live.size).toBe(0);
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('cannot be sent by a bot that does not know it', async () => {
    const bench = new ComponentBench();
    await expect(show(bench, new Counter())).rejects.toMatchObject({ code: 'UNKNOWN_VIEW' });
  });

  test('counts every one of many presses that come at once', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    const message = bench.discord.message(id);
    const presses = Array.from({ length: 5 }, () => bench.discord.press(message, 'Pressed 0 times'));
    await Promise.all(presses.map((interaction) => bench.router.dispatch(interaction)));
    expect(labels(bench, id)).toEqual(['Pressed 5 times']);
  });

  test('finishes one press before it begins the next', async () => {
    @ViewOptions({ id: 'slow', timeoutMs: null })
    class Slow extends View {
      @State.integer() count = 0;
      @Button({ label: (view: Slow) => `${view.count}` })
      async press(ctx: ButtonContext): Promise<void> {
        const before = this.count;
        await ctx.deferUpdate();
        this.count = before + 1;
        await ctx.update(this);
      }
    }
    const bench = new ComponentBench({ views: [Slow] });
    const { id } = await show(bench, new Slow());
    const presses = [1, 2, 3].map(() => bench.discord.press(bench.discord.message(id), '0'));
    await Promise.all(presses.map((interaction) => bench.router.dispatch(interaction)));
    expect(labels(bench, id)).toEqual(['3']);
  });

  test('refuses state of other fields, though the version is the same', async () => {
    @ViewOptions({ id: 'counter', timeoutMs: null })
    class Renamed extends View {
      @State.integer() total = 0;
      @Button({ label: 'Press', id: 'press' })
      press(): void {}
    }
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    await press(new ComponentBench({ views: [Renamed] }, bench.discord), id, 'Pressed 0 times');
    expect(bench.discord.lastMessage.content).toBe('This cannot be used.');
  });

  test('refuses a custom id that is spelt another way, though it says the same', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const view = new Counter();
    view.count = 1;
    const { id } = await show(bench, view);
    const customId = String(bench.discord.components(id)[0]!.custom_id);
    const sealed = customId.slice(customId.lastIndexOf(':') + 1);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const bytes = Buffer.from(sealed, 'base64url');
    const spellings = [...alphabet].map((last) => sealed.slice(0, -1) + last);
    const others = spellings.filter(
      (text) => text !== sealed && Buffer.from(text, 'base64url').equals(bytes),
    );
    expect(others.length).toBeGreaterThan(0);
    await press(bench, id, customId.replace(sealed, others[0]!));
    expect(bench.discord.lastMessage.content).toBe('This cannot be used.');
  });

  test('refuses a custom id that was tampered with', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    const customId = String(bench.discord.components(id)[0]!.custom_id);
    const last = customId.at(-2) === 'A' ? 'B' : 'A';
    const forged = customId.slice(0, -2) + last + customId.at(-1)!;
    await press(bench, id, forged);
    expect(labels(bench, id)).toEqual(['Pressed 0 times']);
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64, content: 'This cannot be used.' });
  });

  test('refuses a forged id also while a genuine press is under way', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    const message = bench.discord.message(id);
    const forged = String(bench.discord.components(id)[0]!.custom_id).replace(/:(.)(?=[^:]*$)/, (_, first) =>
      first === 'A' ? ':B' : ':A',
    );
    const presses = [bench.discord.press(message, 'Pressed 0 times'), bench.discord.press(message, forged)];
    await Promise.all(presses.map((interaction) => bench.router.dispatch(interaction)));
    expect(labels(bench, id)).toEqual(['Pressed 1 times']);
    expect(bench.discord.lastMessage.content).toBe('This cannot be used.');
  });

  test('refuses the state of another bot', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    const other = new ComponentBench({ views: [Counter], stateKey: deriveStateKey('other') }, bench.discord);
    await press(other, id, 'Pressed 0 times');
    expect(bench.discord.lastMessage.content).toBe('This cannot be used.');
  });

  test('answers on one message by the very instance it was given', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const { id } = await show(bench, new Counter());
    const after = new ComponentBench({}, bench.discord);
    const counter = new Counter();
    after.router.addView(counter, { messageId: id });
    after.router.runtime.register(Counter);
    await press(after, id, 'Pressed 0 times');
    expect(counter.count).toBe(1);
  });

  test('is found from its message, with its state', async () => {
    const bench = new ComponentBench({ views: [Counter] });
    const counter = new Counter();
    counter.count = 7;
    const message = await show(bench, counter);
    const after = new ComponentBench({ views: [Counter] }, bench.discord);
    const found = await after.router.viewOf(message);
    expect(found).toBeInstanceOf(Counter);
    expect((found as Counter).count).toBe(7);
    const live = new Greeting();
    expect(await after.router.viewOf(await show(after, live))).toBe(live);
    expect(
      await after.router.viewOf(bench.discord.host.models.message(bench.discord.post({}) as never)),
    ).toBeUndefined();
  });

  test('stays known as long as one of those who made it known', () => {
    const { runtime } = new ComponentBench().router;
    const undo = [runtime.register(Counter), runtime.register(Counter)];
    undo[0]!();
    undo[0]!();
    expect(runtime.find('counter')?.viewClass).toBe(Counter);
    undo[1]!();
    expect(runtime.find('counter')).toBeUndefined();
  });

  test('is handed to its handlers and their checks by the context', async () => {
    const seen: unknown[] = [];
    class Known extends View {
      @Button({ label: 'Who' })
      who(ctx: ButtonContext): void {
        seen.push(ctx.view === this, ctx.button?.style);
      }
    }
    const bench = new ComponentBench();
    const { id } = await show(bench, new Known());
    await press(bench, id, 'Who');
    expect(seen).toEqual([true, 2]);
  });

  test('cannot share its id with another class', () => {
    @ViewOptions({ id: 'counter', timeoutMs: null })
    class Rival extends View {}
    expect(() => new ComponentBench({ views: [Counter, Rival] })).toThrow(/Counter and Rival/);
  });
});

describe('state of an older version', () => {
  @ViewOptions({ id: 'votes', timeoutMs: null })
  class FirstVotes extends View {
    @State.integer() yes = 3;
    @State.string() title = 'Tea?';
    @Button({ label: 'Vote' })
    async vote(ctx: ButtonContext): Promise<void> {
      await ctx.update(this);
    }
  }

  @ViewOptions({ id: 'votes', timeoutMs: null, version: 2 })
  class SecondVotes extends View {
    @State.integer() total = 0;
    @Button({ label: (view: SecondVotes) => `${view.total}` })
    async vote(ctx: ButtonContext): Promise<void> {
      await ctx.update(this);
    }
    @Migrate(1, { yes: 'integer', title: 'string' })
    fromFirst(old: { yes: number; title: string }): void {
      this.total = old.yes + old.title.length;
    }
  }

  @ViewOptions({ id: 'votes', timeoutMs: null, version: 3 })
  class ThirdVotes extends View {
    @State.integer() total = 0;
    @Button({ label: 'Vote' })
    vote(): void {}
  }

  test('is migrated by the method for that version', async () => {
    const bench = new ComponentBench({ views: [FirstVotes] });
    const { id } = await show(bench, new FirstVotes());
    await press(new ComponentBench({ views: [SecondVotes] }, bench.discord), id, 'Vote');
    expect(labels(bench, id)).toEqual(['7']);
  });

  test('goes from version to version where each method gives the state of the next', async () => {
    @ViewOptions({ id: 'votes', timeoutMs: null, version: 3 })
    class Chained extends View {
      @State.string() summary = '';
      @Button({ label: (view: Chained) => view.summary })
      async vote(ctx: ButtonContext): Promise<void> {
        await ctx.update(this);
      }
      @Migrate(1, { yes: 'integer', title: 'string' })
      toSecond(old: { yes: number; title: string }): { total: number } {
        return { total: old.yes + old.title.length };
      }
      @Migrate(2, { total: 'integer' })
      toThird(old: { total: number }): { summary: string } {
        return { summary: `${old.total} votes` };
      }
    }
    const bench = new ComponentBench({ views: [FirstVotes] });
    const first = await show(bench, new FirstVotes());
    const second = await show(new ComponentBench({ views: [SecondVotes] }, bench.discord), new SecondVotes());
    const third = new ComponentBench({ views: [Chained] }, bench.discord);
    await press(third, first.id, 'Vote');
    await press(third, second.id, '0');
    expect([labels(bench, first.id), labels(bench, second.id)]).toEqual([['7 votes'], ['0 votes']]);
    await press(third, first.id, '7 votes');
    expect(labels(bench, first.id)).toEqual(['7 votes']);
  });

  test('is an error of the class when a migration leads to none', async () => {
    @ViewOptions({ id: 'votes', timeoutMs: null, version: 3 })
    class Broken extends View {
      @State.string() summary = '';
      @Button({ label: 'Vote' })
      vote(): void {}
      @Migrate(1, { yes: 'integer', title: 'string' })
      toSecond(): object {
        return {};
      }
    }
    const bench = new ComponentBench({ views: [FirstVotes] });
    const { id } = await show(bench, new FirstVotes());
    const after = new ComponentBench({ views: [Broken] }, bench.discord);
    await press(after, id, 'Vote');
    expect(String(after.log.at(-1)?.fields.error)).toContain('there is no @Migrate(2, …)');
  });

  test('is refused when no method takes it', async () => {
    const bench = new ComponentBench({ views: [FirstVotes] });
    const { id } = await show(bench, new FirstVotes());
    await press(new ComponentBench({ views: [ThirdVotes] }, bench.discord), id, 'Vote');
    expect(bench.discord.lastMessage.content).toContain('older version');
  });
});

describe('a view with a timeout', () => {
  test('shows what its functions say at each rendering', async () => {
    const bench = new ComponentBench();
    const { id } = await show(bench, new Greeting());
    expect(labels(bench, id)).toEqual(['Hello']);
    await press(bench, id, 'Hello');
    await press(bench, id, 'Hello');
    expect(bench.discord.components(id)).toEqual([
      expect.objectContaining({ label: 'Hello', disabled: true }),
      expect.objectContaining({ label: 'Fail' }),
    ]);
  });

  test('ends when nobody has pressed for that long, and is answered as ended from then on', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    const { id } = await show(bench, view);
    await bench.discord.clock.advance(50_000);
    await press(bench, id, 'Hello');
    await bench.discord.clock.advance(50_000);
    expect(view.timedOut).toBe(false);
    await bench.discord.clock.advance(10_000);
    expect(view.timedOut).toBe(true);
    await expect(view.wait()).resolves.toBe('timedOut');
    await press(bench, id, 'Hello');
    expect(bench.discord.lastMessage.content).toContain('has ended');
  });

  test('is kept alive by a press that changes nothing, and not by being shown anew', async () => {
    class Quiet extends Greeting {
      @Button({ label: 'Nod' })
      nod(): void {}
    }
    const bench = new ComponentBench();
    const [nodded, refreshed] = [new Quiet(), new Quiet()];
    const { id } = await show(bench, nodded);
    await show(bench, refreshed);
    await bench.discord.clock.advance(50_000);
    await press(bench, id, 'Nod');
    await refreshed.refresh();
    await bench.discord.clock.advance(10_000);
    expect([nodded.timedOut, refreshed.timedOut]).toEqual([false, true]);
    await bench.discord.clock.advance(50_000);
    expect(nodded.timedOut).toBe(true);
  });

  test('takes another timeout while it lives', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    await show(bench, view);
    view.timeoutMs = 5000;
    await bench.discord.clock.advance(5000);
    expect(view.timedOut).toBe(true);
    const forever = new Greeting();
    await show(bench, forever);
    forever.timeoutMs = null;
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('is not kept alive by presses that its check refuses', async () => {
    class Mine extends Greeting {
      override check(): boolean {
        return false;
      }
    }
    const bench = new ComponentBench();
    const view = new Mine();
    const { id } = await show(bench, view);
    await bench.discord.clock.advance(50_000);
    await press(bench, id, 'Hello');
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64, content: 'This is not for you to use.' });
    expect(view.greeted).toBe(0);
    await bench.discord.clock.advance(10_000);
    expect(view.isFinished).toBe(true);
  });

  test('says why its check refuses, when that gives a sentence', async () => {
    class Mine extends Greeting {
      override check(): string {
        return 'Only for Bob.';
      }
    }
    const bench = new ComponentBench();
    const { id } = await show(bench, new Mine());
    await press(bench, id, 'Hello');
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64, content: 'Only for Bob.' });
  });

  test('shows itself disabled when its time is over, where the class or the instance says so', async () => {
    @ViewOptions({ timeoutMs: 5000, disableOnTimeout: true })
    class Fading extends Greeting {}
    const bench = new ComponentBench();
    const views = [new Fading(), new Fading(), new Greeting()];
    views[1]!.disableOnTimeout = false;
    Object.assign(views[2]!, { disableOnTimeout: true, timeoutMs: 5000 });
    const shown = await Promise.all(views.map((view) => show(bench, view)));
    await bench.discord.clock.advance(5000);
    expect(views.map(({ timedOut }) => timedOut)).toEqual([true, true, true]);
    const disabled = shown.map(({ id }) => bench.discord.components(id)[0]!.disabled ?? false);
    expect(disabled).toEqual([true, false, true]);
  });

  test('gives errors of its handlers to its own onError', async () => {
    const errors: unknown[] = [];
    class Caught extends Greeting {
      override onError(error: unknown): string {
        errors.push(error);
        return 'caught';
      }
    }
    const bench = new ComponentBench();
    const { id } = await show(bench, new Caught());
    await press(bench, id, 'Hello');
    await press(bench, id, 'Fail');
    expect(errors).toEqual([new Error('no')]);
    expect(bench.discord.lastMessage.content).toBe('caught');
    expect(bench.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('stops on demand, and resolves who waits', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    await show(bench, view);
    const end = view.wait();
    view.stop();
    await expect(end).resolves.toBe('stopped');
    expect(bench.discord.clock.pendingTimers).toBe(0);
    expect(bench.router.runtime.live.size).toBe(0);
  });

  test('gives way to another view on the same message', async () => {
    const bench = new ComponentBench();
    const first = new Greeting();
    const { id } = await show(bench, first);
    await bench.discord.press(bench.discord.message(id), 'Hello').responder.update(new Greeting());
    expect(first.isFinished).toBe(true);
    await press(bench, id, 'Hello');
    expect(first.greeted).toBe(0);
    expect(bench.router.runtime.live.size).toBe(1);
  });

  test('ends with its message', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    const { id } = await show(bench, view);
    bench.router.forgetMessage(id);
    expect(view.isFinished).toBe(true);
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('ends with its message, whose deletion is heard only while a view lives', async () => {
    const errors: unknown[] = [];
    const bench = new ComponentBench();
    const events = new EventBus({
      clock: bench.discord.clock,
      onListenerError: (error) => errors.push(error),
    });
    const heard = new ComponentBench({ events }, bench.discord);
    expect(events.has('raw:MESSAGE_DELETE')).toBe(false);
    const views = [new Greeting(), new Greeting()];
    const [first, second] = [await show(heard, views[0]!), await show(heard, views[1]!)];
    events.emit('raw:MESSAGE_DELETE', { id: first.id }, 0);
    expect(views.map((view) => view.isFinished)).toEqual([true, false]);
    events.emit('raw:MESSAGE_DELETE_BULK', { ids: [second.id] }, 0);
    expect(views[1]!.isFinished).toBe(true);
    for (const [name, data] of [
      ['raw:CHANNEL_DELETE', { id: '55' }],
      ['raw:THREAD_DELETE', { id: '55' }],
    ] as const) {
      const view = new Greeting();
      await show(heard, view);
      events.emit(name, { id: '56' }, 0);
      expect(view.isFinished).toBe(false);
      events.emit(name, data, 0);
      expect(view.isFinished).toBe(true);
    }
    expect([events.has('raw:MESSAGE_DELETE'), events.has('raw:MESSAGE_DELETE_BULK'), errors]).toEqual([
      false,
      false,
      [],
    ]);
  });

  test('takes its components off the message when removed', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    const { id } = await show(bench, view);
    await view.remove();
    expect(bench.discord.components(id)).toEqual([]);
  });

  test('leaves the components of some methods as they are', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    view.greeted = 1;
    const { id } = await show(bench, view);
    await view.disableAll({ except: ['fail'] }).refresh();
    expect(bench.discord.components(id).map(({ disabled }) => disabled)).toEqual([true, undefined]);
    await view.enableAll().refresh();
    expect(bench.discord.components(id).map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  });

  test('can show all its components disabled', async () => {
    const bench = new ComponentBench();
    const view = new Greeting();
    const { id } = await show(bench, view);
    await view.disableAll().refresh();
    expect(bench.discord.components(id)).toEqual([expect.objectContaining({ disabled: true })]);
  });

  test('is forgotten when it was rendered and never sent', async () => {
    const bench = new ComponentBench();
    bench.discord.failNext = new Error('Missing Permissions');
    await expect(show(bench, new Greeting())).rejects.toThrow('Missing');
    await bench.discord.clock.advance(60_000);
    expect(bench.router.runtime.live.size).toBe(0);
  });

  test('without a timeout on an ephemeral message ends with the token', async () => {
    @ViewOptions({ timeoutMs: null })
    class Forever extends Greeting {}
    const bench = new ComponentBench();
    const view = new Forever();
    await show(bench, view, { ephemeral: true });
    await bench.discord.clock.advance('15m');
    expect(view.isFinished).toBe(true);
  });
});

describe('the layout of a view', () => {
  test('fills rows of five, and honours rows that are asked for', async () => {
    class Many extends View {
      @Button({ label: '1' }) a(): void {}
      @Button({ label: '2' }) b(): void {}
      @Button({ label: '3' }) c(): void {}
      @Button({ label: '4' }) d(): void {}
      @Button({ label: '5' }) e(): void {}
      @Button({ label: '6' }) f(): void {}
      @Button({ label: 'low', row: 4 }) g(): void {}
    }
    const bench = new ComponentBench();
    const { id } = await show(bench, new Many());
    const rows = bench.discord.message(id).components.map((row) => row.components.map(({ label }) => label));
    expect(rows).toEqual([['1', '2', '3', '4', '5'], ['6'], ['low']]);
  });

  test('names the item that finds no room', async () => {
    class Crowded extends View {
      @Button({ label: '1', row: 0 }) a(): void {}
      @Button({ label: '2', row: 0 }) b(): void {}
      @Button({ label: '3', row: 0 }) c(): void {}
      @Button({ label: '4', row: 0 }) d(): void {}
      @Button({ label: '5', row: 0 }) e(): void {}
      @Button({ label: '6', row: 0 }) f(): void {}
    }
    await expect(show(new ComponentBench(), new Crowded())).rejects.toThrow('Crowded.f');
  });
});
