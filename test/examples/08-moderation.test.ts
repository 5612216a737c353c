import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ServiceContainer } from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { Database } from '../../examples/08-moderation/database.js';
import { moderationBot } from '../../examples/08-moderation/options.js';
import { Warnings } from '../../examples/08-moderation/warnings.js';
import { EmulatedHome } from '../package/emulated-home.js';

const folder = mkdtempSync(join(tmpdir(), 'cogwork-moderation-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
let world: TestWorld;

beforeEach(async () => {
  files += 1;
  world = await testBot({ ...moderationBot(join(folder, `${files}.sqlite`)), channels: ['mod-log'] });
});

afterEach(() => world.close());

/** Has deeds written down in #mod-log; gives what is there, the last first. */
async function watchLog(): Promise<() => readonly SeenMessage[]> {
  const log = world.channel('mod-log');
  await world.owner.slash(world.general, 'mod-log', { channel: log });
  return () => world.owner.read(log).toReversed();
}

describe('warnings', () => {
  test('are kept, listed in pages, and taken back', async () => {
    const { alice, general, owner } = world;
    for (let n = 1; n <= 7; n++)
      await owner.slash(general, 'warn add', { member: alice, reason: `reason ${n}` });
    const list = await owner.slash(general, 'warn list', { member: alice });
    expect(list).toBeEphemeral();
    expect(list).toShowText('1. reason 1');
    expect(list).not.toShowText('reason 6');
    const taken = await owner.slash(general, 'warn remove', { member: alice, number: 2 });
    expect(taken).toShowText('Taken back: reason 2');
    expect(await owner.slash(general, 'warn list', { member: alice })).toShowText('2. reason 3');
    const none = await owner.slash(general, 'warn remove', { member: alice, number: 9 });
    expect(none).toShowText('There is no warning 9.');
  });

  test('end in a timeout at the third', async () => {
    const { alice, bot, clock, general, guild, owner } = world;
    const warn = () => owner.slash(general, 'warn add', { member: alice, reason: 'spam' });
    await warn();
    expect(await warn()).not.toShowText('silent');
    expect(await warn()).toShowText(`<@${alice.id}>, this is warning 3: spam (silent for an hour)`);
    const member = await bot.guilds.get(guild.id)!.members.fetch(alice.id);
    expect(member.timedOutUntil?.getTime()).toBe(clock.now() + 3_600_000);
  });

  test('that come at once are all kept', async () => {
    await using database = new Database(join(folder, 'at-once.sqlite'));
    const warnings = new ServiceContainer().registerValue(Database, database).resolve(Warnings);
    const reasons = ['one', 'two', 'three'];
    const counts = await Promise.all(
      reasons.map((reason) => warnings.add('1', '2', { atMs: 0, moderatorId: '3', reason })),
    );
    expect(counts).toEqual([1, 2, 3]);
    expect((await warnings.of('1', '2')).map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('timeouts, kicks and bans', () => {
  test('silence a member for a time that is written as people write it', async () => {
    const { alice, bot, clock, general, guild, owner } = world;
    const log = await watchLog();
    const answer = await owner.slash(general, 'timeout', { member: alice, time: '1h30m', reason: 'noise' });
    expect(answer).toShowText('alice: timeout.');
    const member = await bot.guilds.get(guild.id)!.members.fetch(alice.id);
    expect(member.timedOutUntil?.getTime()).toBe(clock.now() + 5_400_000);
    expect(log()[0]).toShowText(`<@${alice.id}> by <@${owner.id}>`);
    expect(log()[0]).toShowText('noise');
    const tooLong = await owner.slash(general, 'timeout', { member: alice, time: '29d' });
    expect(tooLong).toShowText('time');
    expect(tooLong).not.toShowText('alice: timeout.');
  });

  test('tell whom they concern, and sign the audit log', async () => {
    const { account, alice, bot, general, guild, owner } = world;
    await owner.slash(general, 'ban', { user: alice, reason: 'spam', days: 1 });
    const told = alice.read(alice.directMessages(account));
    expect(told.map(({ content }) => content)).toEqual(['You were banned from guild: spam']);
    const ban = await bot.guilds.get(guild.id)!.bans.fetch(alice.id);
    expect(ban.reason).toBe('owner: spam');
    await owner.slash(general, 'unban', { user: alice });
    await alice.join(guild);
    await owner.slash(general, 'kick', { member: alice });
    expect(guild.memberCount).toBe(3); // bob, the owner, the bot
  });

  test('of somebody who has left are possible, and mistakes are explained', async () => {
    const { alice, discord, general, logs, owner } = world;
    const stranger = discord.createUser('stranger');
    expect(await owner.slash(general, 'ban', { user: stranger })).toShowText('stranger: ban.');
    expect(await owner.slash(general, 'unban', { user: alice })).toShowText('That user is not banned.');
    expect(logs.of('error')).toEqual([]);
  });

  test('keep to the order of roles, above and below', async () => {
    const { account, alice, allow, bob, general, guild, owner } = world;
    allow(bob, 'KickMembers'); // the older role stands above the newer one
    allow(alice, ['KickMembers', 'BanMembers']);
    const refusals = [
      await alice.slash(general, 'kick', { member: alice }),
      await alice.slash(general, 'kick', { member: account }),
      await alice.slash(general, 'ban', { user: owner }),
    ];
    expect(refusals.map(({ content }) => content)).toEqual([
      'Not on yourself.',
      'Not on me.',
      'owner stands too high for you.',
    ]);
    expect(await alice.slash(general, 'kick', { member: bob })).toShowText('bob stands too high for you.');
    expect(guild.memberCount).toBe(4);
    await expect(world.join('carol').slash(general, 'kick', { member: bob })).rejects.toThrow(/KickMembers/);
  });
});

describe('purging', () => {
  test('deletes the messages of one user, and cools down', async () => {
    const { alice, bob, clock, general, owner } = world;
    for (const text of ['a', 'b', 'c']) {
      await alice.say(general, text);
      await bob.say(general, text.toUpperCase());
    }
    const answer = await owner.slash(general, 'purge', { count: 4, user: alice });
    expect(answer).toShowText('Deleted 2 messages of');
    const left = alice.read(general).map(({ content }) => content);
    expect(left).toEqual(expect.arrayContaining(['a', 'A', 'B', 'C']));
    expect(left).not.toContain('b');
    expect(await owner.slash(general, 'purge', { count: 1 })).toShowText('try again in 10.0 seconds');
    await clock.advance('10s');
    expect(await owner.slash(general, 'purge', { count: 1 })).toShowText('Deleted 1 messages');
  });
});

describe('an entry of the moderation log', () => {
  test('takes notes of moderators, also of two at once', async () => {
    const { alice, bob, general, owner } = world;
    const log = await watchLog();
    await owner.slash(general, 'warn add', { member: alice, reason: 'spam' });
    const [entry] = log();
    const modals = [
      await owner.click(entry!.button('Add a note')),
      await owner.click(entry!.button('Add a note')),
    ];
    await owner.submit(modals[0]!, { 'What should others know?': 'first' });
    await owner.submit(modals[1]!, { 'What should others know?': 'second' });
    expect(entry).toShowText('first');
    expect(entry).toShowText('second');
    expect(await bob.click(entry!.button('Add a note'))).toBeEphemeral();
  });

  test('lifts a ban', async () => {
    const { alice, general, guild, owner } = world;
    const log = await watchLog();
    await owner.slash(general, 'ban', { user: alice });
    await owner.click(log()[0]!.button('Lift'));
    expect(log()[0]).toShowText('ban (lifted)');
    expect(log()[0]).not.toShowButton('Lift');
    await alice.join(guild);
  });

  test('that cannot be written is logged, and the deed is done all the same', async () => {
    const { alice, bot, discord, general, logs, owner } = world;
    await watchLog();
    await bot.rest.channels.delete(world.channel('mod-log').id);
    await discord.settle();
    expect(await owner.slash(general, 'kick', { member: alice })).toShowText('alice: kick.');
    expect(logs).toHaveLogged('warn', 'A deed could not be written down');
  });
});

describe('after a restart in a second process', () => {
  test('warnings, views, cooldowns and the session are there', async () => {
    await using home = new EmulatedHome();
    const { bot, discord, general, guild } = home;
    const program = {
      command: process.execPath,
      args: ['--import', 'tsx', 'examples/08-moderation/main.ts'],
      env: { DATABASE: join(folder, 'processes.sqlite') },
    };
    const boss = discord.createUser('boss');
    const troll = discord.createUser('troll');
    for (const person of [boss, troll]) guild.add(person);
    guild.giveRole(boss, guild.createRole('boss', 8n));
    const first = await home.start(program, resolve('.'));
    await boss.slash(general, 'mod-log', { channel: general });
    await boss.slash(general, 'warn add', { member: troll, reason: 'trolling' });
    await boss.slash(general, 'purge', { count: 1 });
    const entry = boss
      .read(general)
      .find((message) => message.text.includes('trolling') && message.embeds.length > 0);
    expect(await first.stop()).toBe(0);

    bot.record.commands.clear();
    await home.start(program, resolve('.'));
    expect(String(discord.transcript)).toContain('RESUMED');
    expect(await boss.slash(general, 'warn list', { member: troll })).toShowText('1. trolling');
    expect(await boss.slash(general, 'purge', { count: 1 })).toShowText('Slow down');
    const modal = await boss.click(entry!.button('Add a note'));
    await boss.submit(modal, { 'What should others know?': 'still here' });
    expect(entry).toShowText('still here');
  }, 60_000);
});
