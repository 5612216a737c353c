/**
 * What a member may do, from roles, overwrites and circumstances, in the order that Discord documents.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
import type { APIOverwrite } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import { Permissions } from './permissions.js';
import type { ChannelRecord, MemberRecord } from './records.js';

const ADMINISTRATOR = 1n << 3n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const CONNECT = 1n << 20n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;
/** What a member may still do while timed out: see channels and read their history. */
const TIMED_OUT = VIEW_CHANNEL | (1n << 16n);
/** What needs the right to send: mentioning everyone, speech, files, links. */
const NEEDS_SENDING = (1n << 12n) | (1n << 14n) | (1n << 15n) | (1n << 17n);
const VOICE_TYPES: ReadonlySet<number> = new Set([2, 13]);
const THREAD_TYPES: ReadonlySet<number> = new Set([10, 11, 12]);

/** Permissions of a member in its guild, without any channel. */
export function guildPermissionsOf(host: ModelHost, guildId: Snowflake, member: MemberRecord): Permissions {
  const base = basePermissions(host, guildId, member);
  return new Permissions(base & ADMINISTRATOR ? Permissions.all().bits | base : restrict(host, base, member));
}

/** Permissions of a member in a channel or thread of its guild. */
export function channelPermissionsOf(
  host: ModelHost,
  guildId: Snowflake,
  channel: ChannelRecord,
  member: MemberRecord,
): Permissions {
  const base = basePermissions(host, guildId, member);
  if (base & ADMINISTRATOR) return Permissions.all();
  const roleIds = new Set(member.roles);
  const bits = applyOverwrites(base, overwritesOf(host, channel), guildId, roleIds, member.user.id);
  return new Permissions(implied(restrict(host, bits, member), channel));
}

/** Permissions of a role in a channel, as if a member had this role only. */
export function rolePermissionsIn(
  host: ModelHost,
  guildId: Snowflake,
  channel: ChannelRecord,
  roleId: Snowflake,
): Permissions {
  const base = roleBits(host, guildId, guildId) | roleBits(host, guildId, roleId);
  if (base & ADMINISTRATOR) return Permissions.all();
  const bits = applyOverwrites(base, overwritesOf(host, channel), guildId, new Set([roleId]), undefined);
  return new Permissions(implied(bits, channel));
}

/** Overwrites that count in a channel: in a thread those of its channel. */
function overwritesOf(host: ModelHost, channel: ChannelRecord): readonly APIOverwrite[] {
  const source = isThread(channel) && channel.parent_id ? host.records.channel(channel.parent_id) : channel;
  return source?.permission_overwrites ?? [];
}

function isThread({ type }: ChannelRecord): boolean {
  return THREAD_TYPES.has(type);
}

function basePermissions(host: ModelHost, guildId: Snowflake, member: MemberRecord): bigint {
  if (host.records.guild(guildId)?.owner_id === member.user.id) return Permissions.all().bits;
  return member.roles.reduce(
    (bits, roleId) => bits | roleBits(host, guildId, roleId),
    roleBits(host, guildId, guildId),
  );
}

function roleBits(host: ModelHost, guildId: Snowflake, roleId: Snowflake): bigint {
  return Permissions.from(host.records.role(guildId, roleId)?.permissions).bits;
}

function applyOverwrites(
  base: bigint,
  overwrites: readonly APIOverwrite[],
  guildId: Snowflake,
  roleIds: ReadonlySet<Snowflake>,
  userId: Snowflake | undefined,
): bigint {
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const ofRoles = overwrites.filter(({ id, type }) => type === 0 && id !== guildId && roleIds.has(id));
  const ofMember = overwrites.filter(({ id, type }) => type === 1 && id === userId);
  return [everyone, ofRoles, ofMember].reduce(applyTogether, base);
}

/** All denials first, then all permissions: among the roles, one that allows wins over one that denies. */
function applyTogether(bits: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const deny = overwrites.reduce((sum, overwrite) => sum | Permissions.from(overwrite.deny).bits, 0n);
  const allow = overwrites.reduce((sum, overwrite) => sum | Permissions.from(overwrite.allow).bits, 0n);
  return (bits & ~deny) | allow;
}

function restrict(host: ModelHost, bits: bigint, member: MemberRecord): bigint {
  const until = member.communication_disabled_until;
  const isTimedOut = typeof until === 'string' && Date.parse(until) > host.clock.now();
  return isTimedOut ? bits & TIMED_OUT : bits;
}

/** Takes away what cannot be used without another permission. */
function implied(bits: bigint, channel: ChannelRecord): bigint {
  if (!(bits & VIEW_CHANNEL)) return 0n;
  if (VOICE_TYPES.has(channel.type) && !(bits & CONNECT)) return 0n;
  const sending = isThread(channel) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES;
  return bits & sending ? bits : bits & ~NEEDS_SENDING;
}
