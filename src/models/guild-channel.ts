import type {
  APIOverwrite,
  RESTPostAPIChannelInviteJSONBody,
  RESTPostAPIGuildChannelJSONBody,
} from 'discord-api-types/v10';
import type { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { CategoryChannel } from './category-channel.js';
import { Channel } from './channel.js';
import type { ChannelMove } from './channel-move.js';
import { positionsAfter } from './channel-move.js';
import { channelPermissionsOf, rolePermissionsIn } from './compute-permissions.js';
import type { Guild } from './guild.js';
import { Invite, usersToCsv } from './invite.js';
import { Member } from './member.js';
import type { PermissionsLike } from './permissions.js';
import { Permissions } from './permissions.js';
import type { ChannelRecord } from './records.js';
import type { Role } from './role.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** What an overwrite allows and denies; what it does not name follows the roles. */
export interface PermissionChange {
  /** What is allowed here, whatever roles say. */
  readonly allow?: PermissionsLike;
  /** What is denied here, whatever roles say. */
  readonly deny?: PermissionsLike;
}

/** What an overwrite allows and denies, as it is. */
export interface PermissionOverwrite {
  /** Permissions that it grants. */
  readonly allow: Permissions;
  /** Permissions that it takes away. */
  readonly deny: Permissions;
}

/** Fields of a record that a new channel cannot be made of. */
const notSettable = [
  'id',
  'guild_id',
  'last_message_id',
  'last_pin_timestamp',
  'flags',
  'member',
  'permissions',
  'status',
  'voice_start_time',
] as const satisfies readonly (keyof ChannelRecord)[];

/**
 * Channel of a guild, also of types newer than this package. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class GuildChannel extends Channel {
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name, 1 to 100 characters. */
  get name(): string {
    return this.raw.name ?? '';
  }
  /** Place in the list of channels; equal places are ordered by id. */
  get position(): number {
    return this.raw.position ?? 0;
  }
  /** Id of the category, for a thread of the channel it belongs to. */
  get parentId(): Snowflake | undefined {
    return this.raw.parent_id ?? undefined;
  }
  /** Category, for a thread the channel it belongs to, when cached. */
  get parent(): Channel | undefined {
    const record = this.parentId === undefined ? undefined : this.host.records.channel(this.parentId);
    return record && this.host.models.channel(record);
  }
  /** Category it stands in, when cached; for a thread that of its channel. */
  get category(): CategoryChannel | undefined {
    return this.parent as CategoryChannel | undefined;
  }
  /** Whether it is for adults only. */
  get nsfw(): boolean {
    return this.raw.nsfw ?? false;
  }
  /** Whether Discord hides it from the bot; then only id, type, position and category are true. */
  get isObfuscated(): boolean {
    return this.flags.has('ChannelObfuscated');
  }
  /** Cached events that take place in it. */
  get scheduledEvents(): ScheduledEvent[] {
    return this.guild.scheduledEvents.filter(({ channelId }) => channelId === this.id);
  }

  /** What a member or a role may do here. */
  permissionsFor(target: Member | Role): Permissions {
    return target instanceof Member
      ? channelPermissionsOf(this.host, this.guildId, this.raw, target.raw)
      : rolePermissionsIn(this.host, this.guildId, this.raw, target.id);
  }

  /** What the bot itself may do here; nothing while its own membership is not cached. */
  get ownPermissions(): Permissions {
    const { me } = this.guild;
    return me ? this.permissionsFor(me) : Permissions.none();
  }

  /** Overwrites as Discord keeps them: for roles (type 0) and members (type 1). */
  get permissionOverwrites(): readonly APIOverwrite[] {
    return this.raw.permission_overwrites ?? [];
  }
  /** What is allowed and denied to a role or member here; nothing where there is no overwrite. */
  overwriteFor(target: Member | Role): PermissionOverwrite {
    const found = this.permissionOverwrites.find(({ id }) => id === target.id);
    return { allow: Permissions.from(found?.allow), deny: Permissions.from(found?.deny) };
  }
  /** Whether it has the same overwrites as its category. */
  get permissionsSynced(): boolean {
    const parent = this.parent?.raw.permission_overwrites;
    const key = ({ id, type, allow, deny }: APIOverwrite): string => `${id} ${type} ${allow} ${deny}`;
    const own = this.permissionOverwrites.map(key).sort();
    return parent !== undefined && own.join() === parent.map(key).sort().join();
  }
  /** Cached members who see it; in voice, who is connected. */
  get members(): Member[] {
    const isVoice = this.type === 2 || this.type === 13;
    return this.guild.members.filter((member) =>
      isVoice ? member.voice?.channelId === this.id : this.permissionsFor(member).has('ViewChannel'),
    );
  }

  /** Allows and denies for a role or member; `null` removes its overwrite. */
  setPermissions(target: Member | Role, change: PermissionChange | null, reason?: string): Promise<void> {
    const { channels } = this.host.rest;
    if (change === null) return channels.deletePermissionOverwrite(this.id, target.id, because(reason));
    const body = {
      type: target instanceof Member ? 1 : 0,
      allow: new Permissions(change.allow ?? 0n).toJSON(),
      deny: new Permissions(change.deny ?? 0n).toJSON(),
    };
    return channels.editPermissionOverwrite(this.id, target.id, body, because(reason));
  }

  /** Gives it the overwrites of its category. */
  syncPermissions(reason?: string): Promise<Channel> {
    const overwrites = this.parent?.raw.permission_overwrites ?? [];
    return this.edit({ permission_overwrites: [...overwrites] }, reason);
  }

  /** Changes the channel; only what is given. */
  async edit(body: Parameters<Rest['channels']['edit']>[1], reason?: string): Promise<Channel> {
    return this.host.answers.channel(await this.host.rest.channels.edit(this.id, body, because(reason)));
  }

  /**
   * Moves the channel in the list: to the beginning or end, or beside another one, and into another category.
   *
   * @throws InvalidOptionError when the channel beside which it is to stand is not cached.
   */
  async move(move: ChannelMove): Promise<void> {
    await this.guild.channels.setPositions(positionsAfter(this, move));
  }

  /** Makes another channel with the same settings. */
  async clone(changes: Partial<RESTPostAPIGuildChannelJSONBody> = {}, reason?: string): Promise<Channel> {
    const settings: Partial<Record<keyof ChannelRecord, unknown>> = { ...this.raw };
    for (const field of notSettable) delete settings[field];
    const body = { ...settings, name: this.name, ...changes } as RESTPostAPIGuildChannelJSONBody;
    return this.host.answers.channel(
      await this.host.rest.guilds.createChannel(this.guildId, body, because(reason)),
    );
  }

  /** Makes an invitation that leads here, for these users alone where any are named. */
  async createInvite(
    body: RESTPostAPIChannelInviteJSONBody = {},
    reason?: string,
    targetUserIds?: readonly Snowflake[],
  ): Promise<Invite> {
    const made = await this.host.rest.channels.createInvite(this.id, body, {
      ...because(reason),
      ...(targetUserIds ? { targetUsers: usersToCsv(targetUserIds) } : {}),
    });
    return new Invite(this.host, made);
  }

  /** Invitations that lead here. */
  async fetchInvites(): Promise<Invite[]> {
    const invites = await this.host.rest.channels.listInvites(this.id);
    return invites.map((invite) => new Invite(this.host, invite));
  }

  /** Deletes the channel. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.channels.delete(this.id, because(reason));
  }
}
