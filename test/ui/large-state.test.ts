import { describe, expect, test } from '@jest/globals';
import { Button } from '../../src/ui/components/button.js';
import type { ButtonContext } from '../../src/ui/components/button-context.js';
import { MemoryStateStore } from '../../src/ui/state/memory-state-store.js';
import { State } from '../../src/ui/state/state.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';

@ViewOptions({ id: 'list', timeoutMs: null, stateTtlMs: 60_000 })
class List extends View {
  @State.json() entries: string[] = [];

  @Button({ label: (view: List) => `${view.entries.length} entries` })
  async add(ctx: ButtonContext): Promise<void> {
    this.entries.push(`entry number ${this.entries.length + 1}, with a name that is long`);
    await ctx.update(this);
  }
}

async function press(bench: ComponentBench, id: string): Promise<void> {
  const [button] = bench.discord.components(id);
  await bench.router.dispatch(bench.discord.press(bench.discord.message(id), String(button!.custom_id)));
}

describe('state that does not fit into a custom id', () => {
  test('goes to the store, and comes back after a restart', async () => {
    const before = new ComponentBench({ views: [List] });
    const stateStore = new MemoryStateStore(before.discord.clock);
    const first = new ComponentBench({ views: [List], stateStore }, before.discord);
    const { id } = await before.discord.slash().responder.reply(new List());
    for (let i = 0; i < 4; i++) await press(first, id);
    const second = new ComponentBench({ views: [List], stateStore }, before.discord);
    await press(second, id);
    const [button] = before.discord.components(id);
    expect(button).toMatchObject({
      label: '5 entries',
      custom_id: expect.stringMatching(/^~list:add:\*[\w-]{16}$/),
    });
    expect(stateStore.size).toBe(1);
  });

  test('is warned of, once, where a restart would lose it', async () => {
    const bench = new ComponentBench({ views: [List] });
    const { id } = await bench.discord.slash().responder.reply(new List());
    const warnings = (): number => bench.log.filter(({ level }) => level === 'warn').length;
    expect(warnings()).toBe(0);
    for (let i = 0; i < 4; i++) await press(bench, id);
    expect(warnings()).toBe(1);
    expect(bench.log.find(({ level }) => level === 'warn')?.message).toContain('`stateStore`');
  });

  test('is answered as expired once the store has forgotten it', async () => {
    const bench = new ComponentBench({ views: [List] });
    const { id } = await bench.discord.slash().responder.reply(new List());
    for (let i = 0; i < 4; i++) await press(bench, id);
    await bench.discord.clock.advance(60_000);
    await press(bench, id);
    expect(bench.discord.lastMessage.content).toContain('has expired');
  });
});
