import type { RESTPatchAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { guildPermissionsOf } from './compute-permissions.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import type { Permissions } from './permissions.js';
import { Presence } from './presence.js';
import type { MemberRecord } from './records.js';
import type { Role } from './role.js';
import type { User } from './user.js';
import { VoiceState } from './voice-state.js';

/** User as a member of one guild. @see https://docs.discord.com/developers/resources/guild#guild-member-object */
export class Member {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Guild of the member. */
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
  /** User of the member. */
  get user(): User {
    return this.host.models.user(this.raw.user);
  }
  /** Guild of the member. */
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
  /** Address of the avatar in this guild, else of the user's. */
  avatarUrl(options: ImageOptions = {}): string {
    const hash = this.raw.avatar;
    if (!hash) return this.user.avatarUrl(options);
    return imageUrl(`guilds/${this.guildId}/users/${this.id}/avatars/${hash}`, options);
  }
  /** Whether it is a bot. */
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
  /** When the user joined; `undefined` for guests. */
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
  /** Whether the member may say nothing for now. */
  get isTimedOut(): boolean {
    return (this.timedOutUntil?.getTime() ?? 0) > this.host.clock.now();
  }
  /** Whether the member has yet to pass the screening of the guild. */
  get pending(): boolean {
    return this.raw.pending ?? false;
  }
  /** Whether the member owns the guild. */
  get isOwner(): boolean {
    return this.guild.ownerId === this.id;
  }
  /** What the member may do in the guild, before channels change it. */
  get permissions(): Permissions {
    return guildPermissionsOf(this.host, this.guildId, this.raw);
  }
  /** Where the member is in voice, when cached. */
  get voice(): VoiceState | undefined {
    const record = this.host.records.get('voiceState', this.guildId, this.id);
    return record && new VoiceState(this.host, record);
  }
  /** What the member is seen to be doing, when cached; who is offline has none. */
  get presence(): Presence | undefined {
    const record = this.host.records.get('presence', '', this.id);
    return record && new Presence(this.host, record);
  }
  /** Whether the bot stands above the member, so that it may act on it. */
  get isManageable(): boolean {
    const { me } = this.guild;
    return me !== undefined && this.id !== this.host.selfId && me.isAbove(this);
  }
  /** Text that mentions the member. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Whether this member stands above another: by its highest role, or as the owner. */
  isAbove(other: Member): boolean {
    if (other.isOwner) return false;
    const [own, theirs] = [this.topRole, other.topRole];
    return this.isOwner || (own !== undefined && theirs !== undefined && own.comparePosition(theirs) > 0);
  }

  /** Whether the member has a role. */
  hasRole(roleId: Snowflake): boolean {
    return roleId === this.guildId || this.raw.roles.includes(roleId);
  }

  /** Changes the member; only what is given. */
  async edit(body: RESTPatchAPIGuildMemberJSONBody, reason?: string): Promise<Member> {
    const edited = await this.host.rest.members.edit(this.guildId, this.id, body, because(reason));
    return new Member(this.host, this.guildId, edited);
  }

  /** Gives a role. */
  addRole(roleId: Snowflake, reason?: string): Promise<void> {
    return this.host.rest.members.addRole(this.guildId, this.id, roleId, because(reason));
  }

  /** Takes a role away. */
  removeRole(roleId: Snowflake, reason?: string): Promise<void> {
    return this.host.rest.members.removeRole(this.guildId, this.id, roleId, because(reason));
  }

  /** Keeps the member from talking for so many milliseconds, at most 28 days; `null` ends it. */
  timeout(durationMs: number | null, reason?: string): Promise<Member> {
    const until = durationMs === null ? null : new Date(this.host.clock.now() + durationMs).toISOString();
    return this.edit({ communication_disabled_until: until }, reason);
  }

  /** Moves the member to another voice channel; `null` disconnects it. */
  moveTo(channelId: Snowflake | null, reason?: string): Promise<Member> {
    return this.edit({ channel_id: channelId }, reason);
  }

  /** Removes the member from the guild. */
  kick(reason?: string): Promise<void> {
    return this.host.rest.members.remove(this.guildId, this.id, because(reason));
  }

  /** Bans the member; messages of the last `deleteMessageSeconds` go with it. */
  ban(options: { readonly deleteMessageSeconds?: number; readonly reason?: string } = {}): Promise<void> {
    const body = { delete_message_seconds: options.deleteMessageSeconds ?? 0 };
    return this.host.rest.bans.create(this.guildId, this.id, body, because(options.reason));
  }

  /** Sends a direct message. */
  send(payload: MessagePayload): Promise<Message> {
    return this.user.send(payload);
  }

  /** Text that mentions the member in a message: `<@id>`. */
  toString(): string {
    return this.mention;
  }
}
