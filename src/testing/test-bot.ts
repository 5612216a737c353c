import type { Bot } from '../client/bot.js';
import type { BotOptions } from '../client/bot-options.js';
import type { VirtualClock } from '../emulator/clock/virtual-clock.js';
import { Emulator } from '../emulator/emulator.js';
import type { EmulatedBot } from '../emulator/people/emulated-bot.js';
import type { Person } from '../emulator/people/person.js';
import type { EmulatedChannel } from '../emulator/places/emulated-channel.js';
import type { EmulatedGuild, GuildGuest } from '../emulator/places/emulated-guild.js';
import type { ChannelDraft } from '../emulator/world/make-guild.js';
import type { PermissionsLike } from '../models/permissions.js';
import { Permissions } from '../models/permissions.js';
import { BotUnderTest } from './bot-under-test.js';
import { makeModelsPrintable } from './printable-models.js';
import { RecordingLogger } from './recording-logger.js';

/** Options of `testBot`: those of a bot, and an emulator to use instead of a new one. */
export interface TestBotOptions extends BotOptions {
  /** Permissions of the bot in the guild. @defaultValue all but Administrator */
  readonly botPermissions?: PermissionsLike;
  /** Channels of the guild besides `#general`, by name or with their fields. */
  readonly channels?: readonly (string | ChannelDraft)[];
  /** Emulator that several bots of one test share. @defaultValue a new one */
  readonly emulator?: Emulator;
  /**
   * Whether interactions come over HTTP, signed, as to `bot.fetchHandler()`: no gateway, no events, no tasks.
   *
   * @defaultValue false
   */
  readonly overHttp?: boolean;
}

/** What a permission is given or taken for: the whole guild, or one channel. */
export interface PermissionScope {
  /** Channel that the permission is for. Default: the whole guild. */
  readonly channel?: EmulatedChannel;
}

/** Bot under test, the Discord it is in, and the people who are there; take out of it what a test needs. */
export interface TestWorld extends AsyncDisposable {
  /** Account of the bot: what Discord knows of it, such as its commands. */
  readonly account: EmulatedBot;
  /** Person in the guild who may do what everybody may. */
  readonly alice: Person;
  /** Another person in the guild who may do what everybody may. */
  readonly bob: Person;
  /** Your bot, ready. */
  readonly bot: Bot;
  /** Time of bot and emulator: moves only when told. */
  readonly clock: VirtualClock;
  /** Discord that all of this is in. */
  readonly discord: Emulator;
  /** Text channel of the guild, `#general`. */
  readonly general: EmulatedChannel;
  /** Guild that bot and people are in. */
  readonly guild: EmulatedGuild;
  /** What the bot logged. */
  readonly logs: RecordingLogger;
  /** Owner of the guild, who may do everything in it. */
  readonly owner: Person;
  /** Gives a member permissions, by a role of the guild or in one channel. */
  allow(this: void, member: GuildGuest, permissions: PermissionsLike, scope?: PermissionScope): void;
  /** Closes the bot, and the emulator unless it was given. */
  close(this: void): Promise<void>;
  /** Channel of the guild by its name; made if there is none. */
  channel(this: void, name: string | ChannelDraft): EmulatedChannel;
  /** Takes permissions from a member in one channel. */
  deny(this: void, member: GuildGuest, permissions: PermissionsLike, scope: Required<PermissionScope>): void;
  /** Makes one more member of the guild, with permissions of its own if wanted. */
  join(this: void, name: string, permissions?: PermissionsLike): Person;
  /**
   * Closes the bot and starts it anew, as the next process of a deployment would: what only memory held is gone. Gives the
   * new bot; `bot` stays the one that was closed.
   *
   * `changed` are options that the next one has instead.
   */
  restart(this: void, changed?: BotOptions): Promise<Bot>;
}

/**
 * Starts a bot in an emulated Discord with a guild, a channel and two people; everything in process, on a virtual clock.
 *
 * Closing is optional: nothing that it makes keeps a process alive.
 *
 * @example
 * ```ts
 * const { alice, general, clock } = await testBot({ cogs: [Maths] });
 * const reply = await alice.slash(general, 'add', { a: 2, b: 3 });
 * expect(reply.content).toBe('2 + 3 = 5');
 * ```
 * @throws whatever `bot.start()` throws.
 */
export async function testBot(options: TestBotOptions = {}): Promise<TestWorld> {
  const { botPermissions, channels = [], emulator, overHttp = false, ...botOptions } = options;
  makeModelsPrintable();
  const discord = emulator ?? new Emulator();
  const account = discord.createBot({ name: 'bot', maxConcurrency: 16 });
  const [alice, bob, owner] = [
    discord.createUser('alice'),
    discord.createUser('bob'),
    discord.createUser('owner'),
  ];
  const guild = discord.createGuild({ owner, members: [alice, bob], channels: ['general', ...channels] });
  guild.add(account, botPermissions === undefined ? {} : { permissions: bitsOf(botPermissions) });
  const logs = new RecordingLogger();
  const ownOptions: BotOptions = { logger: logs, ...botOptions };
  const tested = new BotUnderTest({ account, discord, options: ownOptions, overHttp });
  const bot = await tested.start();
  const close = async (): Promise<void> => {
    await tested.close();
    if (!emulator) await discord.close();
  };
  return {
    ...placesOf(discord, guild),
    account,
    alice,
    bob,
    bot,
    clock: discord.virtualClock,
    close,
    discord,
    general: guild.channel('general'),
    guild,
    logs,
    owner,
    restart: (changed) => tested.restart(changed),
    [Symbol.asyncDispose]: close,
  };
}

/** What a test changes about a guild and who is in it. */
function placesOf(
  discord: Emulator,
  guild: EmulatedGuild,
): Pick<TestWorld, 'allow' | 'channel' | 'deny' | 'join'> {
  const allow: TestWorld['allow'] = (member, permissions, { channel } = {}) => {
    if (channel) channel.setPermissions(member, { allow: bitsOf(permissions) });
    else guild.giveRole(member, guild.createRole(`of ${member.user.username}`, bitsOf(permissions)));
  };
  return {
    allow,
    channel: (wanted) => {
      const name = typeof wanted === 'string' ? wanted : wanted.name;
      return guild.channels.find((channel) => channel.name === name) ?? guild.createChannel(wanted);
    },
    deny: (member, permissions, { channel }) => channel.setPermissions(member, { deny: bitsOf(permissions) }),
    join: (name, permissions) => {
      const person = discord.createUser(name);
      guild.add(person);
      if (permissions !== undefined) allow(person, permissions);
      return person;
    },
  };
}

function bitsOf(permissions: PermissionsLike): bigint {
  return new Permissions(permissions).bits;
}
