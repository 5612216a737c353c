import { describe, expect, test } from '@jest/globals';
import { EventBus } from '../../src/events/event-bus.js';
import { Button } from '../../src/ui/components/button.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';
import { Greeting } from './support/greeting.js';
import { labels, press, show } from './support/use-view.js';

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
