import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { DmChannel } from './dm-channel.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { defaultAvatarUrl, imageUrl } from './image-url.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { Presence } from './presence.js';
import type { UserRecord } from './records.js';
import { sendDirectMessage } from './send-message.js';

/** Person or bot, apart from any guild. @see https://docs.discord.com/developers/resources/user */
export class User {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: UserRecord;

  constructor(host: ModelHost, record: UserRecord) {
    this.host = host;
    this.raw = record;
  }

  /** Id of the user. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Name that is unique in all of Discord. */
  get username(): string {
    return this.raw.username;
  }
  /** Name that the user chose to be shown, where it did. */
  get globalName(): string | undefined {
    return this.raw.global_name ?? undefined;
  }
  /** Name to show: the chosen one, else the user name. */
  get displayName(): string {
    return this.raw.global_name ?? this.raw.username;
  }
  /** Four digits that bots still have; `'0'` for people. */
  get discriminator(): string {
    return this.raw.discriminator ?? '0';
  }
  /** User name, with the discriminator where there is one. */
  get tag(): string {
    return this.discriminator === '0' ? this.username : `${this.username}#${this.discriminator}`;
  }
  /** Hash of the avatar, or `undefined` for the default one. */
  get avatar(): string | undefined {
    return this.raw.avatar ?? undefined;
  }
  /** Address of the avatar, or of the default one. */
  avatarUrl(options: ImageOptions = {}): string {
    const hash = this.raw.avatar;
    return hash
      ? imageUrl(`avatars/${this.id}/${hash}`, options)
      : defaultAvatarUrl(this.id, this.discriminator);
  }
  /** Whether it is a bot. */
  get bot(): boolean {
    return this.raw.bot ?? false;
  }
  /** Whether it is Discord itself. */
  get system(): boolean {
    return this.raw.system ?? false;
  }
  /** When the account was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When the account was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** Text that mentions the user. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Cached guilds that the bot shares with the user. */
  get mutualGuilds(): Guild[] {
    return [...this.host.records.guildsOfUser(this.id)].map((record) => this.host.models.guild(record));
  }
  /** What the user is seen to be doing, when cached; who is offline has none. */
  get presence(): Presence | undefined {
    const record = this.host.records.get('presence', '', this.id);
    return record && new Presence(this.host, record);
  }

  /** Asks Discord for the user as it is now. */
  async fetch(): Promise<User> {
    return new User(this.host, await this.host.rest.users.get(this.id));
  }

  /** Opens the channel of direct messages with the user. */
  async createDm(): Promise<DmChannel> {
    return this.host.models.channel(await this.host.rest.users.createDm(this.id)) as DmChannel;
  }

  /** Sends a direct message. */
  send(payload: MessagePayload): Promise<Message> {
    return sendDirectMessage(this.host, this.id, payload);
  }

  /** Text that mentions the user in a message: `<@id>`. */
  toString(): string {
    return this.mention;
  }
}
