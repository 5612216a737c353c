import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Cog, Cooldown, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';
import type { CooldownLimit, CooldownStore } from '../../src/pipeline/limits/cooldown-store.js';
import { FileCooldownStore } from '../../src/pipeline/limits/file-cooldown-store.js';
import { KeyValueCooldownStore } from '../../src/pipeline/limits/key-value-cooldown-store.js';
import { MemoryCooldownStore } from '../../src/pipeline/limits/memory-cooldown-store.js';

const folder = mkdtempSync(join(tmpdir(), 'cogwork-cooldowns-'));
let files = 0;
const opened: FileCooldownStore[] = [];

afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

function openFile(): FileCooldownStore {
  const store = new FileCooldownStore(join(folder, `${++files}.json`));
  opened.push(store);
  return store;
}

/** Shape of a Keyv store: overloads, promises, and JSON in between. */
class KeyvLike {
  readonly #texts = new Map<string, string>();

  get<Value = unknown>(key: string, options?: { raw: false }): Promise<Value | undefined>;
  get<Value = unknown>(keys: string[], options?: { raw: false }): Promise<(Value | undefined)[]>;
  async get(key: string | string[]): Promise<unknown> {
    const text = this.#texts.get(String(key));
    return text === undefined ? undefined : JSON.parse(text);
  }

  async set<Value = unknown>(key: string, value: Value, _ttl?: number): Promise<boolean> {
    this.#texts.set(key, JSON.stringify(value));
    return true;
  }

  async delete(key: string | string[]): Promise<boolean> {
    return this.#texts.delete(String(key));
  }
}

const fixed: CooldownLimit = { uses: 2, perMs: 100 };
const sliding: CooldownLimit = { ...fixed, window: 'sliding' };

describe.each<[string, () => CooldownStore]>([
  ['MemoryCooldownStore', () => new MemoryCooldownStore()],
  ['KeyValueCooldownStore', () => new KeyValueCooldownStore(new Map())],
  ['KeyValueCooldownStore over Keyv', () => new KeyValueCooldownStore(new KeyvLike())],
  ['FileCooldownStore', openFile],
])('%s', (_name, make) => {
  const takes = async (limit: CooldownLimit, times: readonly number[]): Promise<number[]> => {
    const store = make();
    const found: number[] = [];
    for (const nowMs of times) found.push(await store.take('key', limit, nowMs));
    return found;
  };

  test('counts from the first use', async () => {
    expect(await takes(fixed, [0, 50, 60, 99, 100, 150, 199])).toEqual([0, 0, 40, 1, 0, 0, 1]);
  });

  test('looks back when it slides', async () => {
    expect(await takes(sliding, [0, 50, 60, 100, 110, 150])).toEqual([0, 0, 40, 0, 40, 0]);
  });

  test('counts keys apart, peeks without counting, and forgets', async () => {
    const store = make();
    await store.take('a', { uses: 1, perMs: 100 }, 0);
    expect(await store.take('b', { uses: 1, perMs: 100 }, 0)).toBe(0);
    expect(await store.peek('a', { uses: 1, perMs: 100 }, 40)).toBe(60);
    expect(await store.peek('c', { uses: 1, perMs: 100 }, 40)).toBe(0);
    await store.reset('a');
    expect(await store.take('a', { uses: 1, perMs: 100 }, 50)).toBe(0);
  });

  test('lets no more in than the limit when all come at once', async () => {
    const store = make();
    const found = await Promise.all(Array.from({ length: 10 }, async () => store.take('key', fixed, 0)));
    expect(found.filter((retryAfterMs) => retryAfterMs === 0)).toHaveLength(2);
  });

  test('never lets more than the limit into any window, whatever the times', async () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const store = make();
    const taken: number[] = [];
    let nowMs = 0;
    for (let use = 0; use < 500; use++) {
      nowMs += Math.floor(random() * 60);
      const expected = taken.filter((time) => time > nowMs - 100).length < 2;
      const retryAfterMs = await store.take('key', sliding, nowMs);
      expect(retryAfterMs === 0).toBe(expected);
      if (retryAfterMs === 0) taken.push(nowMs);
    }
  });
});

describe('MemoryCooldownStore', () => {
  test('forgets keys that are not used any more', () => {
    const store = new MemoryCooldownStore();
    for (let user = 0; user < 5000; user++) store.take(`user ${user}`, fixed, user);
    expect(store.size).toBeLessThan(1200);
  });
});

describe('FileCooldownStore', () => {
  test('lets a cooldown survive a restart of the bot', async () => {
    @Cog()
    class Daily {
      @SlashCommand('Once a day')
      @Cooldown({ uses: 1, perMs: 86_400_000 })
      daily(): string {
        return 'here you are';
      }
    }
    const path = join(folder, 'deep', 'daily.json');
    await using first = await testBot({ cogs: [Daily], cooldowns: new FileCooldownStore(path) });
    const { alice, discord, general } = first;
    expect((await alice.slash(general, 'daily')).content).toBe('here you are');
    await first.bot.close();

    const cooldowns = new FileCooldownStore(path);
    await using second = await testBot({ cogs: [Daily], cooldowns, emulator: discord });
    second.guild.add(alice);
    const channel = second.guild.channel('general');
    expect((await alice.slash(channel, 'daily')).content).toMatch(/Slow down/);
    expect((await second.bob.slash(channel, 'daily')).content).toBe('here you are');
  });

  test('reads what an earlier process wrote, and forgets what has gone by', async () => {
    const path = join(folder, 'earlier.json');
    const earlier = new FileCooldownStore(path);
    for (const [key, nowMs] of [
      ['a', 0],
      ['b', 50],
      ['b', 60],
    ] as const)
      await earlier.take(key, fixed, nowMs);
    await earlier.close();
    const later = new FileCooldownStore(path);
    expect(await later.take('b', fixed, 70)).toBe(80);
    expect(await later.take('c', fixed, 120)).toBe(0);
    await later.close();
    expect((JSON.parse(readFileSync(path, 'utf8')) as [string][]).map(([key]) => key)).toEqual(['b', 'c']);
  });

  test('says which file it cannot read', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '[');
    expect(() => new FileCooldownStore(path)).toThrow(/broken\.json has cooldowns that cannot be read/);
  });
});
