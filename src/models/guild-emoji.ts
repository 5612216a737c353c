import type { RESTPatchAPIGuildEmojiJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import { emojiUrl, formatEmoji } from './emoji.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { EmojiRecord } from './records.js';
import type { Role } from './role.js';
import type { User } from './user.js';

/** Emoji of a guild. @see https://docs.discord.com/developers/resources/emoji */
export class GuildEmoji extends LiveModel<'emoji'> {
  constructor(host: ModelHost, guildId: Snowflake, record: EmojiRecord, origin?: RecordOrigin) {
    super(host, record, origin, guildId);
  }

  /** Id of the emoji. */
  get id(): Snowflake {
    return this.raw.id ?? '';
  }
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name, 2 to 32 characters. */
  get name(): string {
    return this.raw.name ?? '';
  }
  /** Whether it moves. */
  get animated(): boolean {
    return this.raw.animated ?? false;
  }
  /** Whether it can be used; not while the guild has lost boosts. */
  get available(): boolean {
    return this.raw.available ?? true;
  }
  /** Whether an integration manages it. */
  get managed(): boolean {
    return this.raw.managed ?? false;
  }
  /** Whether it has to be written in colons. */
  get requireColons(): boolean {
    return this.raw.require_colons ?? true;
  }
  /** Who made it; only `fetch` tells, and only to those who manage emojis. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** Ids of the roles that may use it; none for everybody. */
  get roleIds(): readonly Snowflake[] {
    return this.raw.roles ?? [];
  }
  /** Cached ones of the roles that may use it. */
  get roles(): Role[] {
    return this.roleIds.flatMap((id) => this.guild.roles.get(id) ?? []);
  }
  /** Whether the bot may use it: it is there, and for a role of the bot's or for everybody. */
  get isUsable(): boolean {
    const own = this.guild.me?.roleIds ?? [];
    return this.available && (this.roleIds.length === 0 || this.roleIds.some((id) => own.includes(id)));
  }
  /** When the emoji was uploaded. */
  get createdAt(): Date {
    return new Date(snowflakeTimeMs(this.id));
  }
  /** Text that shows the emoji in a message. */
  get mention(): string {
    return formatEmoji(this.raw);
  }
  /** Address of the image. */
  imageUrl(options: ImageOptions = {}): string {
    return emojiUrl(this.id, { ...options, animated: this.animated });
  }

  /** Changes name or roles. */
  async edit(body: RESTPatchAPIGuildEmojiJSONBody, reason?: string): Promise<GuildEmoji> {
    const record = await this.host.rest.emojis.edit(this.guildId, this.id, body, because(reason));
    return new GuildEmoji(this.host, this.guildId, record, 'answer');
  }

  /** Deletes the emoji. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.emojis.delete(this.guildId, this.id, because(reason));
  }

  /** Text that shows it in a message: `<:name:id>`. */
  override toString(): string {
    return this.mention;
  }

  protected get kind(): 'emoji' {
    return 'emoji';
  }
}
