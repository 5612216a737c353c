/** Which commands a person can use where, and which one is meant. */
import { ApplicationCommandOptionType as O, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { nearestName } from '../../utils/nearest-name.js';
import type { BotRecord } from '../world/bot-record.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { commandAccess } from '../world/command-permissions.js';
import type { CommandOptionRecord, CommandRecord } from '../world/command-record.js';
import type { UserRecord } from '../world/user-record.js';
import type { World } from '../world/world.js';

/** Command and the bot it belongs to. */
export interface FoundCommand {
  readonly bot: BotRecord;
  readonly command: CommandRecord;
  /** Names of sub-command group and sub-command. */
  readonly path: readonly string[];
  /** Options of the (sub-)command that is run. */
  readonly options: readonly CommandOptionRecord[];
}

/** Where and by whom a command is looked for. */
export interface CommandQuery {
  readonly world: World;
  readonly channel: ChannelRecord;
  readonly user: UserRecord;
  readonly type: number;
  /** Name, followed by sub-command group and sub-command: `config roles add`. */
  readonly name: string;
}

/** Finds the command; throws {@link InvalidInvocationError} with what there is. */
export function findCommand(query: CommandQuery): FoundCommand {
  const words = query.type === 1 ? query.name.replace(/^\//, '').trim().split(/\s+/) : [query.name];
  const all = commandsIn(query);
  const matches = all.filter(({ command }) => command.name === words[0]);
  const [match, other] = matches;
  if (!match) {
    const names = all.map(({ command }) => `"${command.name}"`);
    const near = nearestName(
      words[0]!,
      all.map(({ command }) => command.name),
    );
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    const none =
      all.length === 0
        ? ' No bot here has registered any: is it started, and did it sync its commands?'
        : hint;
    throw new InvalidInvocationError(`There is no command "${words[0]}" here.${none}`, names);
  }
  if (other && other.bot !== match.bot) {
    const bots = matches.map(({ bot }) => bot.user.username);
    throw new InvalidInvocationError(`Several bots have a command "${words[0]}".`, bots);
  }
  const reason = refusal(query, match.command);
  if (reason !== undefined) throw new InvalidInvocationError(reason);
  return { ...match, ...descend(match.command, words) };
}

/** Names of the commands that are offered to a person, who sees no others. */
export function offeredCommands(query: CommandQuery): readonly string[] {
  return commandsIn(query)
    .filter(({ command }) => refusal(query, command) === undefined)
    .map(({ command }) => command.name);
}

/** Commands of all bots here; those of the guild hide global ones of the same name. */
export function commandsIn({
  world,
  channel,
  type,
}: CommandQuery): { bot: BotRecord; command: CommandRecord }[] {
  const guildId = channel.data.guild_id;
  const context = guildId === undefined ? 1 : 0;
  return [...world.bots.values()]
    .filter((bot) => isHere(world, channel, bot))
    .flatMap((bot) => {
      const commands = [...bot.commands.values()].filter((command) => command.type === type);
      const own = commands.filter(
        (command) => command.guild_id !== undefined && command.guild_id === guildId,
      );
      const global = commands.filter(
        (command) =>
          command.guild_id === undefined &&
          !own.some(({ name }) => name === command.name) &&
          (command.contexts?.includes(context) ?? true),
      );
      return [...own, ...global].map((command) => ({ bot, command }));
    });
}

function isHere(world: World, channel: ChannelRecord, bot: BotRecord): boolean {
  const guild = world.guildOf(channel);
  return guild ? guild.members.has(bot.id) : channel.recipientIds.includes(bot.id);
}

/** Why a person may not use a command here; `undefined` when nothing stands in the way. */
function refusal({ world, channel, user }: CommandQuery, command: CommandRecord): string | undefined {
  if (channel.data.guild_id === undefined) return undefined;
  const has = world.permissionsIn(channel, user.id);
  if (!(has & P.UseApplicationCommands))
    return `${user.username} may not use application commands in #${channel.data.name}.`;
  if (has & P.Administrator) return undefined;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const access = guild && member ? commandAccess(guild, channel, member, command) : undefined;
  if (access?.isMemberAllowed === false || access?.isChannelAllowed === false)
    return `The guild's settings keep ${user.username} from using /${command.name} in #${channel.data.name}.`;
  if (command.default_member_permissions === null || access?.isMemberAllowed === true) return undefined;
  const needed = BigInt(command.default_member_permissions);
  if (needed !== 0n && (has & needed) === needed) return undefined;
  const missing = needed === 0n ? 'Administrator' : permissionNames(needed & ~has).join(', ');
  return `${user.username} may not use /${command.name}: it needs the permission ${missing}.`;
}

function permissionNames(bits: bigint): string[] {
  return Object.entries(P)
    .filter(([, bit]) => bits & bit)
    .map(([name]) => name);
}

function descend(command: CommandRecord, words: readonly string[]): Pick<FoundCommand, 'path' | 'options'> {
  let options: readonly CommandOptionRecord[] = command.options ?? [];
  const path: string[] = [];
  const isNested = (option: CommandOptionRecord): boolean =>
    option.type === O.Subcommand || option.type === O.SubcommandGroup;
  for (const word of words.slice(1)) {
    const next = options.find((option) => isNested(option) && option.name === word);
    if (!next) throw noSubcommand([command.name, ...path], word, options.filter(isNested));
    path.push(word);
    options = next.options ?? [];
  }
  const nested = options.filter(isNested);
  if (nested.length > 0) throw noSubcommand([command.name, ...path], undefined, nested);
  return { path, options };
}

function noSubcommand(
  path: readonly string[],
  word: string | undefined,
  existing: readonly CommandOptionRecord[],
): InvalidInvocationError {
  const problem = word === undefined ? 'needs a sub-command' : `has no sub-command "${word}"`;
  return new InvalidInvocationError(
    `/${path.join(' ')} ${problem}.`,
    existing.map(({ name }) => `"${name}"`),
  );
}
