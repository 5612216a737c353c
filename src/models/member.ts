import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { guildPermissionsOf } from './compute-permissions.js';
import { FlagSet } from './flags/flag-set.js';
import type { MemberFlagName } from './flags/flag-tables.js';
import { memberFlags } from './flags/flag-tables.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { MemberChanges } from './member-changes.js';
import { editMember } from './member-changes.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import type { Permissions } from './permissions.js';
import { Presence } from './presence.js';
import type { AvatarDecoration, Nameplate } from './profile-parts.js';
import { avatarDecorationOf, nameplateOf } from './profile-parts.js';
import type { MemberRecord } from './records.js';
import type { Role } from './role.js';
import type { User } from './user.js';
import { VoiceState } from './voice-state.js';

/** Options of a ban. */
export interface BanOptions {
  /** Messages of so many last seconds go with it, at most seven days. @defaultValue 0 */
  readonly deleteMessageSeconds?: number;
  /** Reason for the audit log. */
  readonly reason?: string;
}

/** User as a member of one guild. @see https://docs.discord.com/developers/resources/guild#guild-member-object */
export class Member extends LiveModel<'member'> {
  constructor(host: ModelHost, guildId: Snowflake, record: MemberRecord, origin?: RecordOrigin) {
    super(host, record, origin, guildId);
  }

  /** Id of the user. */
  get id(): Snowflake {
    return this.raw.user.id;
  }
  /** Guild of the member. */
  get guildId(): Snowflake {
    return this.scope;
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
    return this.raw.nick ?? this.user.displayName;
  }
  /** Hash of the avatar in this guild only, where the member has one. */
  get avatar(): string | undefined {
    return this.raw.avatar ?? undefined;
  }
  /** Address of the avatar in this guild, else of the user's. */
  avatarUrl(options: ImageOptions = {}): string {
    return imageUrlOf(`${this.#cdnFolder}/avatars`, this.raw.avatar, options) ?? this.user.avatarUrl(options);
  }
  /** Address of the banner in this guild, else of the user's, where there is one. */
  bannerUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`${this.#cdnFolder}/banners`, this.raw.banner, options) ?? this.user.bannerUrl(options);
  }
  /** Frame around the avatar in this guild, else of the user's, where there is one. */
  get avatarDecoration(): AvatarDecoration | undefined {
    return avatarDecorationOf(this.raw.avatar_decoration_data) ?? this.user.avatarDecoration;
  }
  /** Background of the member's name, where there is one. */
  get nameplate(): Nameplate | undefined {
    return nameplateOf(this.raw.collectibles) ?? this.user.nameplate;
  }
  /** Whether it is a bot. */
  get bot(): boolean {
    return this.raw.user.bot ?? false;
  }
  /** What is special about the membership, as in `member.flags.has('DidRejoin')`. */
  get flags(): FlagSet<MemberFlagName> {
    return new FlagSet<MemberFlagName>(memberFlags, this.raw.flags);
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
  /** Colour in which the name is shown: of the highest role that has one; 0 for none. */
  get color(): number {
    return this.roles.find(({ color }) => color !== 0)?.color ?? 0;
  }
  /** When the user joined; `undefined` for guests. */
  get joinedAt(): Date | undefined {
    return dateOf(this.raw.joined_at);
  }
  /** Since when the member boosts the guild. */
  get premiumSince(): Date | undefined {
    return dateOf(this.raw.premium_since);
  }
  /** Until when the member is timed out; also past moments, which have no effect any more. */
  get timedOutUntil(): Date | undefined {
    return dateOf(this.raw.communication_disabled_until);
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

  /** Whether a message notifies the member: by name, by a role, or with everyone. */
  isMentionedIn(message: Message): boolean {
    if (this.user.isMentionedIn(message)) return true;
    return message.guildId === this.guildId && message.mentionedRoleIds.some((id) => this.hasRole(id));
  }

  /** Asks Discord for the member as it is now. */
  async fetch(): Promise<Member> {
    return this.#answered(await this.host.rest.members.get(this.guildId, this.id));
  }

  /** Asks Discord where the member is in voice. */
  async fetchVoice(): Promise<VoiceState> {
    const { voice } = this.host.rest;
    const isOwn = this.id === this.host.selfId;
    const state = await (isOwn ? voice.getCurrentState(this.guildId) : voice.getState(this.guildId, this.id));
    return new VoiceState(this.host, { ...state, guild_id: this.guildId }, 'answer');
  }

  /** Changes the member; only what is given. Avatar, banner and text of the profile are the bot's own only. */
  async edit(changes: MemberChanges, reason?: string): Promise<Member> {
    return this.#answered(await editMember(this.host, this.guildId, this.id, changes, reason));
  }

  /** Gives a name in this guild, also to the bot itself; `null` takes it away. */
  setNick(nick: string | null, reason?: string): Promise<Member> {
    return this.edit({ nick }, reason);
  }

  /** Gives a role. */
  addRole(roleId: Snowflake, reason?: string): Promise<void> {
    return this.host.rest.members.addRole(this.guildId, this.id, roleId, because(reason));
  }

  /** Takes a role away. */
  removeRole(roleId: Snowflake, reason?: string): Promise<void> {
    return this.host.rest.members.removeRole(this.guildId, this.id, roleId, because(reason));
  }

  /** Gives the member exactly these roles, in one request. */
  setRoles(roleIds: readonly Snowflake[], reason?: string): Promise<Member> {
    return this.edit({ roles: [...roleIds] }, reason);
  }

  /** Keeps the member from talking until a moment or for so many milliseconds, at most 28 days; `null` ends it. */
  timeout(until: Date | number | null, reason?: string): Promise<Member> {
    const at = typeof until === 'number' ? new Date(this.host.clock.now() + until) : until;
    return this.edit({ communication_disabled_until: at?.toISOString() ?? null }, reason);
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
  ban(options: BanOptions = {}): Promise<void> {
    const body = { delete_message_seconds: options.deleteMessageSeconds ?? 0 };
    return this.host.rest.bans.create(this.guildId, this.id, body, because(options.reason));
  }

  /** Lifts the ban of who was a member. */
  unban(reason?: string): Promise<void> {
    return this.host.rest.bans.remove(this.guildId, this.id, because(reason));
  }

  /** Sends a direct message. */
  send(payload: MessagePayload): Promise<Message> {
    return this.user.send(payload);
  }

  /** Text that mentions the member in a message: `<@id>`. */
  override toString(): string {
    return this.mention;
  }

  protected get kind(): 'member' {
    return 'member';
  }

  protected override idOf(record: MemberRecord): Snowflake {
    return record.user.id;
  }

  protected override get isByGuild(): boolean {
    return true;
  }

  /** Records of cached members follow changes by themselves; of others the bot is told nothing. */
  protected override current(last: MemberRecord): MemberRecord {
    return last;
  }

  get #cdnFolder(): string {
    return `guilds/${this.guildId}/users/${this.id}`;
  }

  #answered(record: MemberRecord): Member {
    return this.host.answers.member(this.guildId, record);
  }
}

function dateOf(text: string | null | undefined): Date | undefined {
  return text ? new Date(text) : undefined;
}
