import { describe, expect, test } from '@jest/globals';
import { Button } from '../../src/ui/components/button.js';
import type { ButtonContext } from '../../src/ui/components/button-context.js';
import { Migrate } from '../../src/ui/state/migrate.js';
import { State } from '../../src/ui/state/state.js';
import { deriveStateKey } from '../../src/ui/state/state-seal.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';
import { Greeting } from './support/greeting.js';
import { labels, press, show } from './support/use-view.js';

@ViewOptions({ id: 'counter', timeoutMs: null })
class Counter extends View {
  @State.integer() count = 0;

  @Button({ label: (view: Counter) => `Pressed ${view.count} times`, style: 'primary' })
  async press(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }
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
