import type { Snowflake } from '../types/type-tools.js';
import { guildPermissionsOf } from './compute-permissions.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import type { Permissions } from './permissions.js';
import type { MemberRecord } from './records.js';
import type { Role } from './role.js';
import type { User } from './user.js';

/** User as a member of one guild. @see https://docs.discord.com/developers/resources/guild#guild-member-object */
export class Member {
  protected readonly host: ModelHost;
  readonly guildId: Snowflake;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: MemberRecord;

  constructor(host: ModelHost, guildId: Snowflake, record: MemberRecord) {
    this.host = host;
    this.guildId = guildId;
    this.raw = record;
  }

  /** Id of the user. */
  get id(): Snowflake {
    return this.raw.user.id;
  }
  get user(): User {
    return this.host.models.user(this.raw.user);
  }
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name in this guild only, where the member has one. */
  get nick(): string | undefined {
    return this.raw.nick ?? undefined;
  }
  /** Name to show in this guild. */
  get displayName(): string {
    return this.raw.nick ?? this.raw.user.global_name ?? this.raw.user.username;
  }
  get bot(): boolean {
    return this.raw.user.bot ?? false;
  }
  /** Ids of the member's roles, without the one that everybody has. */
  get roleIds(): readonly Snowflake[] {
    return this.raw.roles;
  }
  /** Cached roles of the member and the role that everybody has, highest first. */
  get roles(): Role[] {
    const roles: Role[] = [];
    for (const id of [...this.raw.roles, this.guildId]) {
      const record = this.host.records.role(this.guildId, id);
      if (record) roles.push(this.host.models.role(this.guildId, record));
    }
    return roles.sort((a, b) => b.comparePosition(a));
  }
  /** Highest role; the one that everybody has when there is no other. */
  get topRole(): Role | undefined {
    return this.roles[0];
  }
  get joinedAt(): Date | undefined {
    return this.raw.joined_at ? new Date(this.raw.joined_at) : undefined;
  }
  /** Since when the member boosts the guild. */
  get premiumSince(): Date | undefined {
    return this.raw.premium_since ? new Date(this.raw.premium_since) : undefined;
  }
  /** Until when the member is timed out; also past moments, which have no effect any more. */
  get timedOutUntil(): Date | undefined {
    const until = this.raw.communication_disabled_until;
    return until ? new Date(until) : undefined;
  }
  get isTimedOut(): boolean {
    return (this.timedOutUntil?.getTime() ?? 0) > this.host.clock.now();
  }
  /** Whether the member has yet to pass the screening of the guild. */
  get pending(): boolean {
    return this.raw.pending ?? false;
  }
  get isOwner(): boolean {
    return this.guild.ownerId === this.id;
  }
  /** What the member may do in the guild, before channels change it. */
  get permissions(): Permissions {
    return guildPermissionsOf(this.host, this.guildId, this.raw);
  }
  /** Text that mentions the member. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Sends a direct message. */
  send(payload: MessagePayload): Promise<Message> {
    return this.user.send(payload);
  }

  toString(): string {
    return this.mention;
  }
}
