import type {
  APIExtendedInvite,
  APIGuildScheduledEvent,
  APIInviteGuild,
  APIPartialChannel,
  APIRole,
  APIUser,
  RESTGetAPIInviteTargetUsersJobStatusResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import { FlagSet } from './flags/flag-set.js';
import type { InviteFlagName } from './flags/flag-tables.js';
import { inviteFlags } from './flags/flag-tables.js';
import type { Guild } from './guild.js';
import { Model } from './model.js';
import { ScheduledEvent } from './scheduled-event.js';
import type { User } from './user.js';

/** Invitation as it comes from the gateway or from a request: a different part of it each. */
export interface InviteRecord
  extends Readonly<
    Partial<Omit<APIExtendedInvite, 'channel' | 'code' | 'guild_scheduled_event' | 'inviter' | 'roles'>>
  > {
  /** Code at the end of its address. */
  readonly code: string;
  /** Channel that it leads to, as far as Discord shows it. */
  readonly channel?: Readonly<Partial<APIPartialChannel>> | null;
  /** Id of that channel, in events. */
  readonly channel_id?: Snowflake;
  /** Id of the guild, in events. */
  readonly guild_id?: Snowflake;
  /** Scheduled event that it shows. */
  readonly guild_scheduled_event?: Readonly<APIGuildScheduledEvent>;
  /** User who made it. */
  readonly inviter?: APIUser;
  /** Roles that it gives. */
  readonly roles?: readonly Pick<APIRole, 'id' | 'name'>[];
  /** Ids of the roles that it gives, in events. */
  readonly role_ids?: readonly Snowflake[];
}

/** How far Discord is with a list of users who may accept an invitation. */
export type InviteTargetUsersStatus = RESTGetAPIInviteTargetUsersJobStatusResult;

/** Invitation to a guild or a group. @see https://docs.discord.com/developers/resources/invite */
export class Invite extends Model<InviteRecord> {
  /** Code of the invite, as at the end of its address. */
  get code(): string {
    return this.raw.code;
  }
  /** Address to share. */
  get url(): string {
    return `https://discord.gg/${this.code}`;
  }
  /** 0 to a guild, 1 to a group, 2 to be friends. */
  get type(): number {
    return this.raw.type ?? 0;
  }
  /** What is special about it, as in `invite.flags.has('IsGuestInvite')`. */
  get flags(): FlagSet<InviteFlagName> {
    return new FlagSet<InviteFlagName>(inviteFlags, this.raw.flags);
  }
  /** Guild that it leads to; `undefined` for groups. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? this.raw.guild?.id;
  }
  /** Guild, when the bot is in it; else `guildPreview` says what the invitation shows. */
  get guild(): Guild | undefined {
    const record = this.guildId === undefined ? undefined : this.host.records.guild(this.guildId);
    return record && this.host.models.guild(record);
  }
  /** What the invitation shows of the guild; events do not tell. */
  get guildPreview(): APIInviteGuild | undefined {
    return this.raw.guild;
  }
  /** Channel that it leads to. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? this.raw.channel?.id;
  }
  /** Channel it leads to, when cached. */
  get channel(): Channel | undefined {
    const record = this.channelId === undefined ? undefined : this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
  /** Name of the channel it leads to; events do not tell of channels that are not cached. */
  get channelName(): string | undefined {
    return this.raw.channel?.name ?? undefined;
  }
  /** User who made it, when known. */
  get inviter(): User | undefined {
    return attachedUser(this.host, this.raw.inviter);
  }
  /** How often it was used, when Discord tells. */
  get uses(): number | undefined {
    return this.raw.uses;
  }
  /** How often it can be used; 0 for no limit. */
  get maxUses(): number | undefined {
    return this.raw.max_uses;
  }
  /** Seconds it is good for; 0 for no end. */
  get maxAgeSeconds(): number | undefined {
    return this.raw.max_age;
  }
  /** Whether who comes by it goes with leaving, unless given a role. */
  get temporary(): boolean {
    return this.raw.temporary ?? false;
  }
  /** When it was made, for invites of the bot's guilds. */
  get createdAt(): Date | undefined {
    return this.raw.created_at ? new Date(this.raw.created_at) : undefined;
  }
  /** When it ends; `undefined` for never, or where Discord does not tell. */
  get expiresAt(): Date | undefined {
    return this.raw.expires_at ? new Date(this.raw.expires_at) : undefined;
  }
  /** About how many members the guild has; only `bot.invites.fetch` tells. */
  get approximateMemberCount(): number | undefined {
    return this.raw.approximate_member_count;
  }
  /** About how many members are online, where it was asked for. */
  get approximatePresenceCount(): number | undefined {
    return this.raw.approximate_presence_count;
  }
  /** 1 to somebody's stream, 2 to an activity. */
  get targetType(): APIExtendedInvite['target_type'] {
    return this.raw.target_type;
  }
  /** Whose stream it leads to. */
  get targetUser(): User | undefined {
    return attachedUser(this.host, this.raw.target_user);
  }
  /** Activity that it leads to. */
  get targetApplication(): APIExtendedInvite['target_application'] {
    return this.raw.target_application;
  }
  /** Event that it invites to. */
  get scheduledEvent(): ScheduledEvent | undefined {
    const record = this.raw.guild_scheduled_event;
    return record && new ScheduledEvent(this.host, record);
  }
  /** Ids of the roles that who comes by it gets. */
  get roleIds(): readonly Snowflake[] {
    return this.raw.role_ids ?? this.raw.roles?.map(({ id }) => id) ?? [];
  }

  /** Asks Discord for the invitation as it is now, with about how many members the guild has. */
  async fetch(): Promise<Invite> {
    return new Invite(this.host, await this.host.rest.invites.get(this.code, { with_counts: true }));
  }

  /** Makes the invitation invalid. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.invites.delete(this.code, because(reason));
  }

  /** Ids of the users who alone may accept it. */
  async fetchTargetUserIds(): Promise<Snowflake[]> {
    const csv = String(await this.host.rest.invites.getTargetUsers(this.code));
    return csv.split(/\r?\n/).filter((line) => /^\d+$/.test(line.trim()));
  }

  /** Lets these users alone accept it; Discord takes its time over a long list. */
  async setTargetUserIds(userIds: readonly Snowflake[]): Promise<void> {
    await this.host.rest.invites.editTargetUsers(this.code, usersToCsv(userIds));
  }

  /** How far Discord is with the list of users. */
  fetchTargetUsersStatus(): Promise<InviteTargetUsersStatus> {
    return this.host.rest.invites.getTargetUsersJobStatus(this.code);
  }

  /** Whether the other is the same invitation. */
  equals(other: unknown): boolean {
    return other instanceof Invite && other.code === this.code;
  }

  /** Address to share. */
  override toString(): string {
    return this.url;
  }
}

/** File of users in the form in which Discord takes it. */
export function usersToCsv(userIds: readonly Snowflake[]): {
  readonly name: string;
  readonly data: Uint8Array;
} {
  return { name: 'users.csv', data: Buffer.from(['user_id', ...userIds, ''].join('\n')) };
}
