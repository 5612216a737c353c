import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ButtonContext } from 'cogwork';
import { Button, Cog, FileStateStore, SlashCommand, State, View, ViewOptions } from 'cogwork';
import { RestartingWorld } from './support/restarting-world.js';

@ViewOptions({ id: 'tally', timeoutMs: null })
class Tally extends View {
  @State.integer() count = 0;
  @State.json() names: string[] = [];

  @Button({ label: (tally: Tally) => `${tally.count}` })
  async add(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    this.names.push(`${ctx.user.username} for the ${this.count}th time`);
    await ctx.update(this);
  }
}

@Cog()
class Desk {
  @SlashCommand('Shows it')
  show(): Tally {
    return new Tally();
  }
}

describe('a persistent view after a restart', () => {
  test('is answered by the very instance that bot.addView ties to its message', async () => {
    await using world = new RestartingWorld();
    const { alice, general } = world;
    const first = await world.start({ cogs: [Desk], views: [Tally] });
    const message = await alice.slash(general, 'show');
    await first.close();
    const second = await world.start({});
    const tally = new Tally();
    const untie = second.addView(tally, { messageId: message.id });
    await alice.click(message.button('0'));
    expect([tally.count, message.buttons[0]?.label]).toEqual([1, '1']);
    untie();
    expect((await alice.click(message.button('1'))).content).toBe('Nothing answers this any more.');
    second.addView(new Tally());
    await alice.click(message.button('1'));
    expect(message.buttons[0]?.label).toBe('2');
  });

  test('is found from its message by bot.viewOf, with its state', async () => {
    await using world = new RestartingWorld();
    const { alice, general } = world;
    await (await world.start({ cogs: [Desk], views: [Tally] })).close();
    const bot = await world.start({ cogs: [Desk], views: [Tally] });
    const message = await alice.slash(general, 'show');
    await alice.click(message.button('0'));
    const channel = await bot.channels.fetch(general.id);
    const fetched = await (channel as unknown as { messages: { fetch(id: string): never } }).messages.fetch(
      message.id,
    );
    const found = await bot.viewOf(fetched);
    expect(found).toBeInstanceOf(Tally);
    expect((found as Tally).count).toBe(1);
    (found as Tally).count = 7;
    await found?.refresh();
    expect(message.buttons[0]?.label).toBe('7');
  });

  test('is read with the stateKey that it was made with, and with no other', async () => {
    await using world = new RestartingWorld();
    const { alice, general } = world;
    const stateKey = Buffer.alloc(32, 7);
    const first = await world.start({ cogs: [Desk], views: [Tally], stateKey });
    const message = await alice.slash(general, 'show');
    await first.close();
    const same = await world.start({ views: [Tally], stateKey });
    await alice.click(message.button('0'));
    expect(message.buttons[0]?.label).toBe('1');
    await same.close();
    await world.start({ views: [Tally], stateKey: Buffer.alloc(32, 8) });
    expect((await alice.click(message.button('1'))).content).toBe('This cannot be used.');
  });

  test('finds state that was too long for its custom ids in the files of another process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cogwork-views-'));
    try {
      await using world = new RestartingWorld();
      const { alice, discord, general } = world;
      const stateStore = new FileStateStore(folder, discord.clock);
      const first = await world.start({ cogs: [Desk], views: [Tally], stateStore });
      const message = await alice.slash(general, 'show');
      for (let i = 0; i < 4; i++) await alice.click(message.buttons[0]!);
      expect(message.buttons[0]?.customId).toContain(':*');
      await first.close();
      await world.start({ views: [Tally], stateStore: new FileStateStore(folder, discord.clock) });
      await alice.click(message.buttons[0]!);
      expect(message.buttons[0]?.label).toBe('5');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
