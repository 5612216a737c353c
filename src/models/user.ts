import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { DmChannel } from './dm-channel.js';
import { FlagSet } from './flags/flag-set.js';
import type { UserFlagName } from './flags/flag-tables.js';
import { userFlags } from './flags/flag-tables.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { defaultAvatarUrl, imageUrl, imageUrlOf } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { Presence } from './presence.js';
import type { AvatarDecoration, Nameplate, PrimaryGuild } from './profile-parts.js';
import { avatarDecorationOf, nameplateOf, primaryGuildOf } from './profile-parts.js';
import type { UserRecord } from './records.js';
import { sendDirectMessage } from './send-message.js';

/**
 * Person or bot, apart from any guild.
 *
 * May be made of an id alone, by `bot.users.ref(id)`: then names are empty, and the verbs work all the same.
 *
 * @see https://docs.discord.com/developers/resources/user
 */
export class User extends LiveModel<'user'> {
  constructor(host: ModelHost, record: UserRecord, origin?: RecordOrigin) {
    super(host, record, origin);
  }

  /** Id of the user. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Whether nothing but the id is known. */
  get isPartial(): boolean {
    return this.raw.username === undefined;
  }
  /** Name that is unique in all of Discord. */
  get username(): string {
    return this.raw.username ?? '';
  }
  /** Name that the user chose to be shown, where it did. */
  get globalName(): string | undefined {
    return this.raw.global_name ?? undefined;
  }
  /** Name to show: the chosen one, else the user name. */
  get displayName(): string {
    return this.raw.global_name ?? this.username;
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
    return hash ? imageUrl(`avatars/${this.id}/${hash}`, options) : this.defaultAvatarUrl;
  }
  /** Address of the avatar that Discord gives to who has none. */
  get defaultAvatarUrl(): string {
    return defaultAvatarUrl(this.id, this.discriminator);
  }
  /** Frame around the avatar, where the user has one. */
  get avatarDecoration(): AvatarDecoration | undefined {
    return avatarDecorationOf(this.raw.avatar_decoration_data);
  }
  /** Address of the banner, where the user has one; only `fetch()` tells. */
  bannerUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`banners/${this.id}`, this.raw.banner, options);
  }
  /** Colour of the profile where there is no banner; only `fetch()` tells. */
  get accentColor(): number | undefined {
    return this.raw.accent_color ?? undefined;
  }
  /** Background of the user's name in the list of members, where the user has one. */
  get nameplate(): Nameplate | undefined {
    return nameplateOf(this.raw.collectibles);
  }
  /** Guild whose tag the user shows, where there is one. */
  get primaryGuild(): PrimaryGuild | undefined {
    return primaryGuildOf(this.raw.primary_guild);
  }
  /** Badges that everybody sees. */
  get flags(): FlagSet<UserFlagName> {
    return new FlagSet<UserFlagName>(userFlags, this.raw.public_flags ?? this.raw.flags);
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
  /** Address of the profile in Discord. */
  get url(): string {
    return `https://discord.com/users/${this.id}`;
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

  /** Whether a message notifies the user: by name, or with everyone. */
  isMentionedIn(message: Message): boolean {
    return message.mentionsEveryone || message.mentions.some(({ id }) => id === this.id);
  }

  /** Asks Discord for the user as it is now. */
  async fetch(): Promise<User> {
    return this.host.answers.user(await this.host.rest.users.get(this.id));
  }

  /** Opens the channel of direct messages with the user. */
  async createDm(): Promise<DmChannel> {
    return this.host.answers.channel(await this.host.rest.users.createDm(this.id)) as DmChannel;
  }

  /** Sends a direct message. */
  send(payload: MessagePayload): Promise<Message> {
    return sendDirectMessage(this.host, this.id, payload);
  }

  /** Text that mentions the user in a message: `<@id>`. */
  override toString(): string {
    return this.mention;
  }

  protected get kind(): 'user' {
    return 'user';
  }

  /** Records of cached users follow changes by themselves; of others the bot is told nothing. */
  protected override current(last: UserRecord): UserRecord {
    return last;
  }
}
