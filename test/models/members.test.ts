import { describe, expect, it } from '@jest/globals';
import { HOLOGRAPHIC_COLORS, Intents, MemberCacheFlags } from 'cogwork';
import type { TestBotOptions } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';

const everything = { intents: Intents.all(), cache: { members: MemberCacheFlags.all(), chunkGuilds: true } };

async function makeWorld(options: TestBotOptions = {}) {
  const world = await testBot({ ...everything, ...options });
  return { ...world, known: world.bot.guilds.get(world.guild.id)! };
}

describe('a member', () => {
  it('is given a nick; the bot gives itself one by the request of its own', async () => {
    const { alice, discord, known } = await makeWorld();
    const [other, own] = [known.members.get(alice.id)!, known.me!];
    expect((await other.setNick('Al')).displayName).toBe('Al');
    expect((await own.setNick('Cog', 'a name')).displayName).toBe('Cog');
    expect(await own.edit({ nick: 'Wheel', mute: false }).catch((error) => error.discordCode)).toBe(40032);
    await discord.settle();
    expect([other.nick, own.nick]).toEqual(['Al', 'Wheel']);
    const asked = String(discord.transcript);
    expect(asked).toMatch(/PATCH \S*\/members\/@me/);
    expect(asked).toContain(`/members/${alice.id}`);
    await own.setNick(null);
    await discord.settle();
    expect(own.displayName).toBe(own.user.displayName);
  });

  it('is timed out until a moment or for a while, and let go again', async () => {
    const { alice, clock, known } = await makeWorld();
    const member = known.members.get(alice.id)!;
    const until = new Date(clock.now() + 3_600_000);
    expect((await member.timeout(until)).timedOutUntil).toEqual(until);
    await clock.settle();
    expect([member.isTimedOut, member.permissions.has('SendMessages')]).toEqual([true, false]);
    await clock.advance('61m');
    expect(member.isTimedOut).toBe(false);
    await member.timeout(60_000);
    expect((await member.timeout(null)).timedOutUntil).toBeUndefined();
  });

  it('gets and loses roles, one by one or all in one request', async () => {
    const { alice, discord, guild, known } = await makeWorld();
    const [red, blue] = [guild.createRole('red'), guild.createRole('blue')];
    const member = known.members.get(alice.id)!;
    await member.addRole(red.id);
    await discord.settle();
    expect(member.roles.map(({ name }) => name)).toEqual(['red', '@everyone']);
    expect((await member.setRoles([blue.id])).roleIds).toEqual([blue.id]);
    await member.removeRole(blue.id);
    await discord.settle();
    expect([member.roleIds, member.hasRole(guild.id)]).toEqual([[], true]);
  });

  it('is named by nick, chosen name or user name, and works by its id alone', async () => {
    const { alice, bob, discord, known } = await makeWorld();
    await known.members.get(alice.id)!.setNick('Queen');
    await discord.settle();
    expect([
      known.members.named('Queen')?.id,
      known.members.named('@bob')?.id,
      known.members.named('x'),
    ]).toEqual([alice.id, bob.id, undefined]);
    const plain = await makeWorld({ cache: { members: MemberCacheFlags.none() } });
    const unseen = plain.known.members.ref(plain.alice.id);
    expect([plain.known.members.get(plain.alice.id), unseen.id, unseen.displayName]).toEqual([
      undefined,
      plain.alice.id,
      '',
    ]);
    await unseen.kick('by id');
    await expect(plain.known.members.fetch(plain.alice.id)).rejects.toThrow('Unknown Member');
  });

  it('is mentioned by name, by a role, and with everyone', async () => {
    const { alice, bob, bot, general, guild, known } = await makeWorld();
    const role = guild.createRole('team');
    guild.giveRole(alice, role);
    const heard = (text: string) => {
      const message = bot.waitFor('messageCreate', ({ content }) => content === text);
      return bob.say(general, text).then(() => message);
    };
    const [member, other] = [known.members.get(alice.id)!, known.members.get(bob.id)!];
    const byRole = await heard(`<@&${role.id}>`);
    expect([
      member.isMentionedIn(byRole),
      member.user.isMentionedIn(byRole),
      other.isMentionedIn(byRole),
    ]).toEqual([true, false, false]);
    expect(member.user.isMentionedIn(await heard(`<@${alice.id}>`))).toBe(true);
    expect(other.isMentionedIn(await heard('@everyone'))).toBe(true);
  });

  it('knows its flags, colour and where it stands', async () => {
    const { alice, discord, known } = await makeWorld();
    const member = known.members.get(alice.id)!;
    const role = await known.roles.create({ name: 'red', colors: { primary_color: 0xff0000 } as never });
    await member.addRole(role.id);
    await discord.settle();
    expect([member.color, member.flags.has('DidRejoin'), member.isOwner, known.me!.isAbove(member)]).toEqual([
      0xff0000,
      false,
      false,
      true,
    ]);
    const changed = await member.edit({ flags: 4 });
    expect(changed.flags.toArray()).toEqual(['BypassesVerification']);
  });
});

describe('members of a guild', () => {
  it('are pruned, and how many would be is told before', async () => {
    const { clock, join, known } = await makeWorld();
    const role = await known.roles.create({ name: 'lurkers' });
    await known.members.ref(join('dave').id).addRole(role.id);
    await clock.advance('25h');
    join('erin');
    await clock.settle();
    expect(await known.members.estimatePrune({ days: 1 })).toBe(2);
    expect(await known.members.estimatePrune({ days: 1, roleIds: [role.id] })).toBe(3);
    expect(await known.members.prune({ days: 1 }, 'spring')).toBe(2);
    expect(await known.members.prune({ days: 1, roleIds: [role.id], count: false })).toBeUndefined();
    await clock.settle();
    expect(known.members.map(({ user }) => user.username).sort()).toEqual(['bot', 'erin', 'owner']);
  });

  it('are banned one by one or many at once, listed, and let back in', async () => {
    const { alice, bob, discord, join, known, owner } = await makeWorld();
    const strangers = Array.from({ length: 203 }, (_, i) => discord.createUser(`stranger${i}`).id);
    await known.members.get(alice.id)!.ban({ deleteMessageSeconds: 60, reason: 'spam' });
    const result = await known.bans.addMany([alice.id, bob.id, owner.id, ...strangers]);
    expect([result.bannedUserIds.length, result.failedUserIds]).toEqual([204, [alice.id, owner.id]]);
    expect(await known.bans.addMany([owner.id])).toEqual({ bannedUserIds: [], failedUserIds: [owner.id] });
    const bans = await known.bans.fetchAll().toArray();
    expect([bans.length, bans[0]?.reason, bans[0]?.guild.equals(known)]).toEqual([205, 'spam', true]);
    const after = await known.bans
      .fetchAll({ after: bans[200]!.userId })
      .map(({ userId }) => userId)
      .toArray();
    expect(after).toEqual(bans.slice(201).map(({ userId }) => userId));
    await known.bans.remove(bob.id);
    await bans[0]!.remove('enough');
    await expect(known.bans.fetch(alice.id)).rejects.toThrow('Unknown Ban');
    const dave = join('dave');
    await known.members.kick(dave.id);
    await known.bans.add(dave.id);
    expect((await known.bans.fetch(dave.id)).user.username).toBe('dave');
    await known.members.ref(dave.id).unban();
  });

  it('are searched, read page by page and asked for by id', async () => {
    const { alice, known } = await makeWorld();
    expect((await known.members.search('al')).map(({ id }) => id)).toEqual([alice.id]);
    expect(
      await known.members
        .fetchAll()
        .map(({ user }) => user.username)
        .toArray(),
    ).toContain('alice');
    expect((await known.members.get(alice.id)!.fetch()).equals(known.members.get(alice.id))).toBe(true);
  });
});

describe('roles', () => {
  it('are made, changed, moved beside each other and counted', async () => {
    const { alice, discord, known } = await makeWorld();
    const [a, b, c] = [
      await known.roles.create({ name: 'a' }),
      await known.roles.create({ name: 'b' }),
      await known.roles.create({ name: 'c', colors: HOLOGRAPHIC_COLORS }),
    ];
    await discord.settle();
    expect([c.isHolographic, a.isHolographic, c.secondaryColor]).toEqual([true, false, 16_759_788]);
    await a.edit({ colors: { primary_color: 1, secondary_color: 2, tertiary_color: null } }, 'gradient');
    await discord.settle();
    expect([a.color, a.secondaryColor, a.tertiaryColor]).toEqual([1, 2, undefined]);
    const order = () => [a, b, c].sort((x, y) => x.comparePosition(y)).map(({ name }) => name);
    expect(order()).toEqual(['c', 'b', 'a']);
    const positions = [c, b, a].map(({ id }, index) => ({ id, position: 3 - index }));
    expect((await known.roles.setPositions(positions)).find(({ id }) => id === a.id)?.position).toBe(1);
    await discord.settle();
    expect(order()).toEqual(['a', 'b', 'c']);
    await a.move({ above: c.id });
    await discord.settle();
    expect(order()).toEqual(['b', 'c', 'a']);
    await c.move({ below: b.id });
    await discord.settle();
    expect(order()).toEqual(['c', 'b', 'a']);
    await expect(a.move({ above: '5' })).rejects.toThrow('both have to be cached');
    await known.members.get(alice.id)!.addRole(a.id);
    await discord.settle();
    expect((await known.roles.memberCounts())[a.id]).toBe(1);
    expect([(await known.roles.fetch(b.id)).name, known.roles.everyone?.isEveryone]).toEqual(['b', true]);
    expect([known.roles.own?.tags.botId, known.roles.boosters]).toEqual([known.me!.id, undefined]);
    await b.delete();
    await discord.settle();
    expect([known.roles.has(b.id), a.members.map(({ id }) => id)]).toEqual([false, [alice.id]]);
  });
});

describe('the bot itself', () => {
  it('changes its own user', async () => {
    const { bot, discord } = await makeWorld();
    const edited = await bot.user.edit({ username: 'wheel' });
    expect(edited.username).toBe('wheel');
    await discord.settle();
    expect(bot.user.username).toBe('wheel');
    const whole = await bot.user.fetch();
    expect([whole.bot, whole.isVerified, whole.hasMfa, bot.applicationId.length > 0]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
