/** Places to run one suite in: the emulator always, and Discord itself when a token is given. */

import { Bot } from '../client/bot.js';
import type { BotOptions } from '../client/bot-options.js';
import type { Snowflake } from '../types/type-tools.js';
import { testBot } from './test-bot.js';

/** Bot that runs somewhere, in a channel that it may write in. */
export interface TargetWorld extends AsyncDisposable {
  /** Your bot, ready. */
  readonly bot: Bot;
  /** Text channel that the bot may write in. */
  readonly channelId: Snowflake;
  /** Guild of the channel. */
  readonly guildId: Snowflake;
  /** Closes the bot, and the emulator where there is one. */
  close(): Promise<void>;
}

/** Place to run a suite in. */
export interface TestTarget {
  /** How test names call the place: `the emulator`, or `Discord`. */
  readonly name: string;
  /** Why the suite cannot run there; skip it then. */
  readonly skipped: string | undefined;
  /** Starts a bot there. */
  open(this: void, options?: BotOptions): Promise<TargetWorld>;
}

/** Account and place on Discord itself. */
export interface RealDiscord {
  /** Token of a bot on Discord. @defaultValue `COGWORK_TEST_TOKEN` of the environment */
  readonly token?: string | undefined;
  /** Text channel of a guild in which the bot may do everything but administrate. @defaultValue `COGWORK_TEST_CHANNEL` of the environment */
  readonly channelId?: Snowflake | undefined;
}

/**
 * Emulator, and Discord itself; the latter is skipped unless a token and a channel are given.
 *
 * On Discord nobody clicks or types: a suite for both does what a bot does by itself.
 *
 * @example
 * ```ts
 * describe.each(testTargets())('on $name', ({ open, skipped }) => {
 *   (skipped ? it.skip : it)('sends a message', async () => {
 *     await using world = await open();
 *     await world.bot.rest.channels.createMessage(world.channelId, { content: 'Hello' });
 *   });
 * });
 * ```
 */
export function testTargets({
  token = process.env['COGWORK_TEST_TOKEN'],
  channelId = process.env['COGWORK_TEST_CHANNEL'],
}: RealDiscord = {}): readonly TestTarget[] {
  const missing = [...(token ? [] : ['COGWORK_TEST_TOKEN']), ...(channelId ? [] : ['COGWORK_TEST_CHANNEL'])];
  return [
    { name: 'the emulator', skipped: undefined, open: openEmulator },
    {
      name: 'Discord',
      skipped: missing.length === 0 ? undefined : `set ${missing.join(' and ')} to run it`,
      open: (options) => openDiscord(options, token ?? '', channelId ?? ''),
    },
  ];
}

async function openEmulator(options: BotOptions = {}): Promise<TargetWorld> {
  const { bot, close, general, guild } = await testBot(options);
  return { bot, channelId: general.id, close, guildId: guild.id, [Symbol.asyncDispose]: close };
}

async function openDiscord(
  options: BotOptions = {},
  token: string,
  channelId: Snowflake,
): Promise<TargetWorld> {
  const bot = new Bot({ syncCommands: 'off', ...options });
  const close = (): Promise<void> => bot.close();
  await bot.start(token);
  const channel = await bot.rest.channels.get(channelId);
  if (!('guild_id' in channel) || channel.guild_id === undefined) {
    await close();
    throw new TypeError(`Channel ${channelId} is not in a guild: give COGWORK_TEST_CHANNEL one that is.`);
  }
  return { bot, channelId, close, guildId: channel.guild_id, [Symbol.asyncDispose]: close };
}
