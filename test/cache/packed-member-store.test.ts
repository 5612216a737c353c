import { describe, expect, it } from '@jest/globals';
import { PackedMemberStore } from '../../src/cache/packed/packed-member-store.js';
import { PackedUserStore } from '../../src/cache/packed/packed-user-store.js';
import type { MemberRecord, UserRecord } from '../../src/models/records.js';

const guildA = '300000000000000000';
const guildB = '300000000000000010';

function user(id: string, fields: object = {}): UserRecord {
  return {
    id,
    username: `name${id}`,
    discriminator: '0',
    global_name: null,
    avatar: null,
    ...fields,
  } as UserRecord;
}

function member(id: string, fields: object = {}): MemberRecord {
  return {
    user: user(id),
    nick: null,
    roles: [],
    joined_at: '2024-02-29T23:59:59.987000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    ...fields,
  } as unknown as MemberRecord;
}

function makeStore() {
  return new PackedMemberStore(new PackedUserStore());
}

describe('PackedMemberStore', () => {
  it('gives back every field of a user', () => {
    const { users } = makeStore();
    const whole = {
      ...user('80351110224678912'),
      username: 'nelly',
      discriminator: '1337',
      global_name: 'Nelly ✨',
      avatar: 'a_8342729096ea3675442027381ff50dfe',
      banner: '06c16474723fe537c283b8efa61a30c8',
      accent_color: 0,
      bot: true,
      system: false,
      public_flags: 2 ** 44 + 64,
      avatar_decoration_data: { asset: 'a_1', sku_id: '5' },
      primary_guild: { identity_guild_id: '6', identity_enabled: true, tag: 'COG', badge: 'x' },
    } as unknown as UserRecord;
    users.put(whole);
    expect(users.copy('', '80351110224678912')).toEqual(whole);
  });

  it('gives back every field of a member', () => {
    const store = makeStore();
    const whole = member('80351110224678912', {
      nick: 'NOT API SUPPORT',
      avatar: 'not-a-usual-hash',
      banner: 'ffffffffffffffffffffffffffffffff',
      roles: ['41771983423143936', '41771983423143937'],
      premium_since: '2025-01-01T00:00:00.000000+00:00',
      communication_disabled_until: '2026-12-01T01:02:03.004000+00:00',
      deaf: true,
      mute: true,
      pending: true,
      flags: 11,
      collectibles: { nameplate: { sku_id: '1', asset: 'x', label: 'y', palette: 'teal' } },
    });
    store.put(guildA, whole.user, whole);
    const { user: heldUser, ...held } = store.copy(guildA, '80351110224678912')!;
    const { user: _user, ...expected } = whole;
    expect(held).toEqual(expected);
    expect(heldUser.username).toBe('name80351110224678912');
  });

  it('keeps a held record up to date, and at its last state once the member is gone', () => {
    const store = makeStore();
    store.put(guildA, user('5'), member('5'));
    const held = store.get(guildA, '5')!;
    expect(held.nick).toBeNull();
    store.put(
      guildA,
      user('5', { username: 'new' }),
      member('5', { nick: 'a nick longer than the room it had' }),
    );
    expect([held.nick, held.user.username]).toEqual(['a nick longer than the room it had', 'new']);
    store.delete(guildA, '5');
    store.put(guildA, user('6', { username: 'other' }), member('6', { nick: 'other' }));
    expect([held.nick, held.user.username]).toEqual(['a nick longer than the room it had', 'new']);
  });

  it('keeps a user while it is a member anywhere', () => {
    const store = makeStore();
    store.put(guildA, user('5'), member('5'));
    store.put(guildB, user('5'), member('5'));
    expect(store.guildsOf('5').sort()).toEqual([guildA, guildB]);
    store.delete(guildA, '5');
    expect(store.users.has('', '5')).toBe(true);
    store.deleteScope(guildB);
    expect(store.users.has('', '5')).toBe(false);
    expect([store.size, store.users.size]).toEqual([0, 0]);
  });

  it('keeps a pinned user without any guild', () => {
    const store = makeStore();
    store.pinUser(user('5'));
    store.put(guildA, user('5'), member('5'));
    store.deleteScope(guildA);
    expect(store.users.find('5')?.username).toBe('name5');
  });

  it('refuses what is no id without harm', () => {
    const store = makeStore();
    for (const id of ['', 'abc', '-1', '1.5', '99999999999999999999', '012', '1'.repeat(40)]) {
      expect(store.put(guildA, user(id), member(id))).toBe(-1);
    }
    expect(store.put('nonsense', user('5'), member('5'))).toBe(-1);
    expect(store.size).toBe(0);
  });

  it('agrees with a plain map after any sequence of changes', () => {
    const store = makeStore();
    const model = new Map<string, MemberRecord>();
    const random = seeded(42);
    for (let step = 0; step < 20_000; step++) {
      const guildId = String(300_000_000_000_000_000n + BigInt(Math.floor(random() * 5)));
      const userId = String(18_446_744_073_709_551_000n + BigInt(Math.floor(random() * 300)));
      const key = `${guildId}:${userId}`;
      const dice = random();
      if (dice < 0.3) {
        expect(store.delete(guildId, userId)).toBe(model.delete(key));
      } else if (dice < 0.302) {
        store.deleteScope(guildId);
        for (const held of [...model.keys()]) if (held.startsWith(guildId)) model.delete(held);
      } else {
        const next = member(userId, {
          nick: dice < 0.6 ? null : 'n'.repeat(Math.floor(random() * 32)) || null,
          roles: Array.from({ length: Math.floor(random() * 5) }, () =>
            String(1000 + Math.floor(random() * 50)),
          ),
        });
        store.put(guildId, next.user, next);
        model.set(key, next);
      }
    }
    expect(store.size).toBe(model.size);
    for (const [key, expected] of model) {
      const [guildId, userId] = key.split(':') as [string, string];
      const held = store.copy(guildId, userId);
      expect([held?.nick, held?.roles, held?.user.username]).toEqual([
        expected.nick,
        expected.roles,
        expected.user.username,
      ]);
    }
    for (let guild = 0; guild < 5; guild++) {
      const guildId = String(300_000_000_000_000_000n + BigInt(guild));
      const ids = [...store.values(guildId)].map((held) => held.user.id).sort();
      const expected = [...model.keys()]
        .filter((key) => key.startsWith(guildId))
        .map((key) => key.split(':')[1]);
      expect(ids).toEqual(expected.sort());
      expect(store.count(guildId)).toBe(ids.length);
    }
    expect(store.users.size).toBe(new Set([...model.keys()].map((key) => key.split(':')[1])).size);
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('record of a user who is known by a payload', () => {
  it('is the payload until something changes, and the cached user from then on', () => {
    const { users } = makeStore();
    const known = users.recordWith(user('5', { username: 'as written' }));
    expect([known.username, known.bot]).toEqual(['as written', false]);
    users.put(user('6'));
    expect(known.username).toBe('as written');
    const cached = users.recordWith(user('6', { username: 'name6' }));
    users.put(user('6', { username: 'renamed' }));
    expect(cached.username).toBe('renamed');
    users.delete('', '6');
    expect(cached.username).toBe('renamed');
  });
});
