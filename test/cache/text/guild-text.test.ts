import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import type { ListTreatment } from '../../../src/cache/text/guild-text.js';
import { GuildText } from '../../../src/cache/text/guild-text.js';
import { JsonCodec } from '../../../src/gateway/codec/json-codec.js';
import { seededRandom } from '../../gateway/support/seeded-random.js';

const guild = {
  id: '300000000000000000',
  name: 'Quote " \\ and "members":[ and }',
  members: [{ user: { id: '1', username: 'a' }, roles: [] }],
  channels: [
    { id: '2', name: 'general', permission_overwrites: [{ id: '9', allow: '0' }] },
    { name: 'é😀', id: '3' },
  ],
  threads: [{ id: '4', parent_id: '2' }],
  roles: [{ id: '300000000000000000', name: '@everyone' }],
  emojis: [],
  stickers: [{ id: '5', tags: 'x' }],
  features: ['A', 'B'],
  nested: { members: [1], channels: 'no list' },
  premium_tier: 1,
};

function read(value: unknown, treat: ListTreatment = 'text') {
  const text = new GuildText(() => treat);
  const bytes = Buffer.from(JSON.stringify({ t: 'GUILD_CREATE', s: 1, op: 0, d: value }));
  const codec = new JsonCodec();
  const frame = codec.decode(bytes, codec.readHead(bytes), text);
  return { text, frame, data: frame.d as Record<string, unknown> };
}

const idsOf = (text: GuildText, kind: Parameters<GuildText['listOf']>[0]): string[] => {
  const list = text.listOf(kind);
  return Array.from({ length: list.count }, (_, record) =>
    list.bytes.toString('latin1', list.idStart(record), list.idEnd(record)),
  );
};

describe('a guild read from its text', () => {
  it('has all but its lists, which are at hand as text', () => {
    const { data, text, frame } = read(guild);
    expect(data).toEqual({
      ...guild,
      members: null,
      channels: null,
      threads: null,
      roles: null,
      emojis: null,
      stickers: null,
    });
    expect([frame.op, frame.t, frame.s]).toEqual([0, 'GUILD_CREATE', 1]);
    expect(text.isOf(data)).toBe(true);
    expect(idsOf(text, 'channel')).toEqual(['2', '3', '4']);
    expect([idsOf(text, 'role'), idsOf(text, 'emoji'), idsOf(text, 'sticker')]).toEqual([
      [guild.id],
      [],
      ['5'],
    ]);
    expect(text.members.count).toBe(1);
    text.clear();
    expect([text.isOf(data), text.members.count, text.listOf('channel').count]).toEqual([false, 0, 0]);
  });

  it('is parsed whole when nothing is wanted as text, and has no lists when nothing of them is', () => {
    expect(read(guild, 'parse').data).toEqual(guild);
    expect(read(guild, 'drop').data['channels']).toBeNull();
    expect(idsOf(read(guild, 'drop').text, 'channel')).toEqual([]);
  });

  it('is parsed as usual when a list is none', () => {
    for (const odd of [
      { ...guild, members: null },
      { ...guild, channels: {} },
      { ...guild, roles: [{ name: 'no id' }] },
      { ...guild, threads: [[]] },
      { id: '1' },
      null,
      5,
    ]) {
      expect(read(odd).data).toEqual(odd);
    }
  });

  it('never gives what parsing would not, whatever is done to its bytes', () => {
    const random = seededRandom(3);
    const codec = new JsonCodec();
    const whole = Buffer.from(JSON.stringify({ t: 'GUILD_CREATE', s: 1, op: 0, d: guild }));
    let alike = 0;
    for (let round = 0; round < 20_000; round++) {
      const bytes = Buffer.from(whole);
      for (let count = 1 + random() * 3; count > 0; count--) {
        bytes[40 + Math.floor(random() * (bytes.length - 40))] = 32 + Math.floor(random() * 96);
      }
      const parsed = attempt(() => codec.decode(bytes, codec.readHead(bytes)).d);
      const given = attempt(() => codec.decode(bytes, codec.readHead(bytes), new GuildText(() => 'drop')).d);
      if (parsed === undefined) continue;
      alike += 1;
      expect(withoutLists(given)).toEqual(withoutLists(parsed));
    }
    expect(alike).toBeGreaterThan(1_000);
  });
});

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function withoutLists(value: unknown): unknown {
  const { members, channels, threads, roles, emojis, stickers, ...rest } = value as Record<string, unknown>;
  return rest;
}
