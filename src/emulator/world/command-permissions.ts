/** Who may use a command where, as administrators of a guild set it. @see https://docs.discord.com/developers/interactions/application-commands#permissions */
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import type { CommandRecord } from './command-record.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import type { MemberRecord } from './member-record.js';

/** One rule: `type` 1 is a role, 2 a user, 3 a channel. */
export interface CommandPermissionRecord {
  readonly id: Snowflake;
  readonly type: 1 | 2 | 3;
  readonly permission: boolean;
}

/** Rules of one command, or of a whole application when `id` is the application's. */
export interface CommandPermissionsRecord {
  readonly id: Snowflake;
  readonly application_id: Snowflake;
  readonly guild_id: Snowflake;
  readonly permissions: readonly CommandPermissionRecord[];
}

/** Rules of a guild by command, or by application. */
export function commandPermissionsOf(guild: GuildRecord): Map<Snowflake, CommandPermissionsRecord> {
  return guildThings<CommandPermissionsRecord>(guild, 'command-permissions');
}

/** What the rules say about a member and a channel; `undefined` where no rule speaks. */
export interface CommandAccess {
  readonly isMemberAllowed: boolean | undefined;
  readonly isChannelAllowed: boolean | undefined;
}

/** Finds the rules that apply: those of the command, then those of its application. */
export function commandAccess(
  guild: GuildRecord,
  channel: ChannelRecord,
  member: MemberRecord,
  command: CommandRecord,
): CommandAccess {
  const all = commandPermissionsOf(guild);
  const rules = [all.get(command.id), all.get(command.application_id)].map((set) => set?.permissions ?? []);
  return {
    isMemberAllowed: first(rules.map((set) => judgeMember(set, guild, member))),
    isChannelAllowed: first(rules.map((set) => judgeChannel(set, guild, channel))),
  };
}

function first(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  return verdicts.find((verdict) => verdict !== undefined);
}

/** A rule for the user wins over those for roles, and these over the one for everybody. */
function judgeMember(
  rules: readonly CommandPermissionRecord[],
  guild: GuildRecord,
  member: MemberRecord,
): boolean | undefined {
  const own = rules.find(({ type, id }) => type === 2 && id === member.user.id);
  if (own) return own.permission;
  const roles = rules.filter(({ type, id }) => type === 1 && member.roles.includes(id));
  if (roles.length > 0) return roles.some(({ permission }) => permission);
  return rules.find(({ type, id }) => type === 1 && id === guild.data.id)?.permission;
}

/** All channels go by the guild's id less one. */
function judgeChannel(
  rules: readonly CommandPermissionRecord[],
  guild: GuildRecord,
  channel: ChannelRecord,
): boolean | undefined {
  const places = [channel.data.id, channel.data.parent_id, String(BigInt(guild.data.id) - 1n)];
  return first(places.map((place) => rules.find(({ type, id }) => type === 3 && id === place)?.permission));
}
