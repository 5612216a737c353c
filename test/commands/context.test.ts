import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Clock, Context } from 'cogwork';
import { Cog, HybridCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

const folder = mkdtempSync(join(tmpdir(), 'cogwork-context-'));
const path = join(folder, 'note.txt');
writeFileSync(path, 'hello');

let clock: Clock;
const waitMs = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void clock.setTimeout(resolve, delayMs));

@Cog()
class Files {
  @HybridCommand('Sends a file')
  async file(ctx: Context): Promise<void> {
    await ctx.sendFile(path, { content: 'here' });
    await ctx.sendFile({ name: 'bytes.bin', data: new Uint8Array(3) });
  }

  @HybridCommand('Works a while')
  async work(ctx: Context): Promise<string> {
    return ctx.typing(async () => {
      await waitMs(20_000);
      return 'done';
    });
  }
}

describe('a context', () => {
  test('sends files by path and by content, as reply and then as follow-up', async () => {
    await using world = await testBot({ cogs: [Files], prefix: '!' });
    const { alice, discord, general } = world;
    await alice.slash(general, 'file');
    await alice.say(general, '!file');
    await discord.settle();
    const sent = alice.read(general).filter(({ content }) => content !== '!file');
    expect(
      sent.map(({ content, attachments }) => [content, ...attachments.map((file) => file.filename)]),
    ).toEqual([
      ['here', 'note.txt'],
      ['', 'bytes.bin'],
      ['here', 'note.txt'],
      ['', 'bytes.bin'],
    ]);
    rmSync(folder, { recursive: true });
  });

  test('shows that it is busy: by thinking, or by typing again and again until the work is done', async () => {
    await using world = await testBot({ cogs: [Files], prefix: '!' });
    const { alice, discord, general } = world;
    clock = world.clock;
    const thinking = alice.slash(general, 'work');
    await world.clock.advance('25s');
    expect((await thinking).content).toBe('done');
    const typed = alice.say(general, '!work');
    await world.clock.advance('40s');
    expect((await typed).reply?.content).toBe('done');
    const shown = discord.transcript.requests.filter((line) => line.includes('/typing'));
    expect(shown).toHaveLength(3);
  });
});
