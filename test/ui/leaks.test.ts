import { describe, expect, test } from '@jest/globals';
import { Button } from '../../src/ui/components/button.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';

@ViewOptions({ timeoutMs: 60_000 })
class Brief extends View {
  @Button({ label: 'Press' })
  press(): void {}
}

describe('ten thousand views', () => {
  const ends = {
    'timed out': async (bench: ComponentBench) => {
      await bench.discord.clock.advance(60_000);
    },
    stopped: async (_bench: ComponentBench, views: readonly View[]) => {
      for (const view of views) view.stop();
    },
    deleted: async (bench: ComponentBench) => {
      for (const id of bench.discord.messages.keys()) bench.router.forgetMessage(id);
    },
    'of a bot that closes': async (bench: ComponentBench) => {
      bench.router.close();
    },
  };

  test.each(Object.entries(ends))('%s leave no entry and no timer', async (_how, end) => {
    const bench = new ComponentBench();
    const views = Array.from({ length: 10_000 }, () => new Brief());
    for (const view of views) await bench.discord.slash().responder.reply(view);
    expect([bench.router.runtime.live.size, bench.discord.clock.pendingTimers]).toEqual([10_000, 10_000]);
    await end(bench, views);
    expect([bench.router.runtime.live.size, bench.discord.clock.pendingTimers]).toEqual([0, 0]);
    expect(views.every((view) => view.isFinished)).toBe(true);
  });
});
