/** `resolved` of an interaction: everything that its ids stand for. */
import { ApplicationCommandOptionType as O } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { MessageRecord } from '../world/message-record.js';
import { toWireMessage } from '../world/message-wire.js';
import { storeUpload } from '../world/upload.js';
import type { World } from '../world/world.js';

/** What an option or menu accepts. */
interface Acceptance {
  readonly type: number;
  readonly channel_types?: readonly number[];
}

type Maps = Record<
  'users' | 'members' | 'roles' | 'channels' | 'messages' | 'attachments',
  Record<string, unknown>
>;

/** Collector of resolved things for one interaction. */
export class ResolvedData {
  readonly #world: World;
  readonly #channel: ChannelRecord;
  readonly #viewerId: Snowflake;
  readonly #maps: Maps = { users: {}, members: {}, roles: {}, channels: {}, messages: {}, attachments: {} };

  constructor(world: World, channel: ChannelRecord, viewerId: Snowflake) {
    this.#world = world;
    this.#channel = channel;
    this.#viewerId = viewerId;
  }

  /** Adds what an id stands for, as an option or menu of that kind would; false when it stands for nothing fitting. */
  add({ type, channel_types: channelTypes }: Acceptance, id: Snowflake): boolean {
    if (type === O.User) return this.addUser(id);
    if (type === O.Role) return this.#addRole(id);
    if (type === O.Channel) return this.#addChannel(id, channelTypes);
    return type === O.Mentionable && (this.addUser(id) || this.#addRole(id));
  }

  addUser(id: Snowflake): boolean {
    const user = this.#world.users.get(id);
    if (!user) return false;
    this.#maps.users[id] = user;
    const member = this.#world.memberIn(this.#channel, id);
    if (!member) return true;
    const { user: _user, deaf: _deaf, mute: _mute, ...partial } = member;
    this.#maps.members[id] = {
      ...partial,
      permissions: String(this.#world.permissionsIn(this.#channel, id)),
    };
    return true;
  }

  addMessage(message: MessageRecord, botId: Snowflake): void {
    this.#maps.messages[message.id] = toWireMessage(this.#world, message, botId);
  }

  /** Keeps a file and gives the id under which it is resolved. */
  addFile(file: {
    readonly name: string;
    readonly data: Buffer | string;
    readonly contentType?: string;
  }): Snowflake {
    const attachment = storeUpload(this.#world, this.#channel.data.id, {
      filename: file.name,
      contentType: file.contentType,
      bytes: Buffer.from(file.data as string),
    });
    this.#maps.attachments[attachment.id] = { ...attachment, ephemeral: true };
    return attachment.id;
  }

  /** `resolved` as a field to spread; nothing when it would be empty. */
  toField(): { resolved?: Record<string, unknown> } {
    const filled = Object.entries(this.#maps).filter(([, map]) => Object.keys(map).length > 0);
    return filled.length === 0 ? {} : { resolved: Object.fromEntries(filled) };
  }

  #addRole(id: Snowflake): boolean {
    const role = this.#world.guildOf(this.#channel)?.roles.get(id);
    if (role) this.#maps.roles[id] = role;
    return role !== undefined;
  }

  #addChannel(id: Snowflake, types: readonly number[] | undefined): boolean {
    const channel = this.#world.channels.get(id);
    if (!channel || channel.data.guild_id !== this.#channel.data.guild_id) return false;
    if (types && types.length > 0 && !types.includes(channel.data.type)) return false;
    const { permission_overwrites: _overwrites, ...data } = channel.data;
    this.#maps.channels[id] = {
      ...data,
      permissions: String(this.#world.permissionsIn(channel, this.#viewerId)),
    };
    return true;
  }
}
