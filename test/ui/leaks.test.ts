import { describe, expect, test } from '@jest/globals';
import { Button } from '../../src/ui/components/button.js';
import { ButtonContext } from '../../src/ui/components/button-context.js';
import { Input } from '../../src/ui/modals/input.js';
import { Modal } from '../../src/ui/modals/modal.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';

@ViewOptions({ timeoutMs: 60_000 })
class Brief extends View {
  @Button({ label: 'Press' })
  press(): void {}
}

@Modal('Question')
class Question {
  @Input.text('Answer') answer!: string;
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
    'of a channel that is deleted': async (bench: ComponentBench) => {
      bench.router.runtime.live.forgetPlace({ channelId: '55' });
    },
    'replaced by a message without a view': async (bench: ComponentBench) => {
      for (const id of [...bench.discord.messages.keys()]) {
        bench.router.runtime.noteMessage(id, { content: 'x', components: [] });
      }
    },
    removed: async (_bench: ComponentBench, views: readonly View[]) => {
      for (const view of views) await view.remove();
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

describe('ten thousand modals', () => {
  const ends = {
    dismissed: async (bench: ComponentBench) => {
      await bench.discord.clock.advance(60_000);
    },
    'submitted with mistakes and dismissed then': async (bench: ComponentBench, ids: readonly string[]) => {
      for (const id of ids) await bench.router.submit(submission(bench, id, ''));
      await bench.discord.clock.advance(60_000);
    },
    submitted: async (bench: ComponentBench, ids: readonly string[]) => {
      for (const id of ids) await bench.router.submit(submission(bench, id, 'yes'));
    },
    'of a bot that closes': async (bench: ComponentBench) => {
      bench.router.close();
    },
  };

  function submission(bench: ComponentBench, customId: string, value: string) {
    const components = [{ type: 18, component: { custom_id: 'answer', value } }];
    return bench.discord.receive({ type: 5, data: { custom_id: customId, components } });
  }

  test.each(Object.entries(ends))('%s leave no entry and no timer', async (_how, end) => {
    const bench = new ComponentBench();
    const message = bench.discord.post({});
    const asked = Array.from({ length: 10_000 }, async () => {
      const ctx = new ButtonContext(bench.discord.press(message, 'x'));
      await ctx.ask(Question, { timeoutMs: 60_000 });
      await ctx.ended();
    });
    await Promise.resolve();
    expect(bench.router.modals.size).toBe(10_000);
    const ids = bench.discord.requests.map(({ body }) => (body.data as { custom_id: string }).custom_id);
    await end(bench, ids);
    await Promise.all(asked);
    expect([bench.router.modals.size, bench.discord.clock.pendingTimers]).toEqual([0, 0]);
  });
});
