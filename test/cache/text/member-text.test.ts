import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { PackedMemberStore } from '../../../src/cache/packed/packed-member-store.js';
import { PackedUserStore } from '../../../src/cache/packed/packed-user-store.js';
import { MemberText } from '../../../src/cache/text/member-text.js';
import type { MemberRecord } from '../../../src/models/records.js';
import { seededRandom } from '../../gateway/support/seeded-random.js';

const guildId = '300000000000000000';

/** Members as they come out of the store after they went in as objects, and after they went in as text. */
function bothWays(members: readonly object[], json: string = JSON.stringify(members)) {
  const parsed = new PackedMemberStore(new PackedUserStore());
  for (const member of members as MemberRecord[]) parsed.put(guildId, member.user, member);
  const read = new PackedMemberStore(new PackedUserStore());
  const text = new MemberText();
  const bytes = Buffer.from(`,${json},`);
  const end = text.readList(bytes, 1);
  read.putText(guildId, text);
  const ids = (members as MemberRecord[]).map(({ user }) => user.id);
  return {
    end,
    length: bytes.length,
    parsed: ids.map((id) => parsed.copy(guildId, id)),
    read: ids.map((id) => read.copy(guildId, id)),
  };
}

function randomMember(random: () => number, id: string): object {
  const maybe = <T>(chance: number, make: () => T): T | null => (random() < chance ? make() : null);
  const texts = [
    '',
    'a',
    'Ünïcode ✨',
    'quote " and \\ back',
    'tab\t\u0000',
    'x'.repeat(127),
    'y'.repeat(128),
    '😀'.repeat(90),
  ];
  const text = (): string => texts[Math.floor(random() * texts.length)]!;
  const hash = (): string =>
    ['a_8342729096ea3675442027381ff50dfe', '06c16474723fe537c283b8efa61a30c8', 'ABC', ''][
      Math.floor(random() * 4)
    ]!;
  const time = (): string =>
    ['2024-02-29T23:59:59.987000+00:00', '2026-11-20T12:00:00+00:00', '2026-11-20T12:00:00.5+02:00'][
      Math.floor(random() * 3)
    ]!;
  const user: Record<string, unknown> = {
    id,
    username: text(),
    discriminator: random() < 0.3 ? '1337' : '0',
    global_name: maybe(0.5, text),
    avatar: maybe(0.7, hash),
    public_flags: Math.floor(random() * 3) * 2 ** 33,
    bot: random() < 0.2,
    system: random() < 0.1,
    banner: maybe(0.2, hash),
    accent_color: maybe(0.2, () => Math.floor(random() * 3)),
    avatar_decoration_data: maybe(0.2, () => ({ asset: 'a"}]', sku_id: '5' })),
    collectibles: maybe(0.2, () => ({ nameplate: { label: '\\"', palette: 'x' } })),
    primary_guild: maybe(0.2, () => ({ tag: 'COG', identity_enabled: true, badge: null })),
    display_name_styles: maybe(0.3, () => ({ colors: [1, 2], nested: { deep: ['}', ']'] } })),
  };
  const member: Record<string, unknown> = {
    user,
    nick: maybe(0.4, text),
    roles: Array.from({ length: Math.floor(random() * 4) }, (_, index) => `4000000000000000${10 + index}`),
    joined_at: maybe(0.9, time),
    premium_since: maybe(0.3, time),
    deaf: random() < 0.5,
    mute: random() < 0.5,
    pending: random() < 0.5,
    flags: Math.floor(random() * 300),
    avatar: maybe(0.2, hash),
    banner: maybe(0.2, hash),
    communication_disabled_until: maybe(0.2, time),
    avatar_decoration_data: maybe(0.2, () => ({ asset: 'm', sku_id: '6' })),
    unusual_future_field: { user: { id: '1' }, roles: ['2'] },
  };
  return shuffled(member, random, { user: shuffled(user, random) });
}

/** The same object with its keys in another order, and now and then without one of them. */
function shuffled(
  value: Record<string, unknown>,
  random: () => number,
  replaced: object = {},
): Record<string, unknown> {
  const entries = Object.entries({ ...value, ...replaced }).sort(() => random() - 0.5);
  const isNeeded = (key: string): boolean => key === 'id' || key === 'user' || key === 'roles';
  return Object.fromEntries(entries.filter(([key]) => isNeeded(key) || random() < 0.95));
}

describe('members read from text', () => {
  it('are the same as parsed ones, whatever they have and in whatever order', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round++) {
      const members = Array.from({ length: Math.floor(random() * 5) }, (_, index) =>
        randomMember(random, String(200000000000000000n + BigInt(round * 10 + index))),
      );
      const { end, length, parsed, read } = bothWays(members);
      expect(read).toEqual(parsed);
      expect(end).toBe(length - 1);
    }
  });

  it('may be more than the table has room for', () => {
    const random = seededRandom(8);
    const members = Array.from({ length: 1000 }, (_, index) =>
      randomMember(random, String(10 ** 17 + index * 64)),
    );
    const { parsed, read } = bothWays(members);
    expect(read).toEqual(parsed);
  });

  it('are left to the parser when they are written in another way', () => {
    const text = new MemberText();
    for (const json of [
      'null',
      '{}',
      '[ ]',
      '[1]',
      '[{"user": {"id":"1"}}]',
      '[{"a":1}',
      '[{"a":[1}]',
      '[{"\\u0061":1}]',
    ]) {
      expect([json, text.readList(Buffer.from(json), 0), text.count]).toEqual([json, -1, 0]);
    }
  });

  it('are skipped when their id is no id', () => {
    const store = new PackedMemberStore(new PackedUserStore());
    const text = new MemberText();
    text.readList(
      Buffer.from('[{"user":{"id":"x"}},{"nick":"nobody"},{"user":{"id":"5","username":"five"}}]'),
      0,
    );
    store.putText(guildId, text);
    expect([...store.values(guildId)].map(({ user }) => user.username)).toEqual(['five']);
  });
});
