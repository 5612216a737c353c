import type { RESTPatchAPIGuildStickerJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { StickerRecord } from './records.js';
import { stickerUrl } from './sticker.js';
import type { User } from './user.js';

/** Sticker of a guild. @see https://docs.discord.com/developers/resources/sticker */
export class GuildSticker extends LiveModel<'sticker'> {
  constructor(host: ModelHost, guildId: Snowflake, record: StickerRecord, origin?: RecordOrigin) {
    super(host, record, origin, guildId);
  }

  /** Id of the sticker. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Name, 2 to 30 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Text for those who do not see it. */
  get description(): string | undefined {
    return this.raw.description || undefined;
  }
  /** Name of the emoji it stands for. */
  get tags(): string {
    return this.raw.tags;
  }
  /** 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  get format(): StickerRecord['format_type'] {
    return this.raw.format_type;
  }
  /** Address of its picture. */
  get url(): string {
    return stickerUrl(this.id, this.format);
  }
  /** Whether it can be used; not when the guild has lost boosts. */
  get available(): boolean {
    return this.raw.available ?? true;
  }
  /** Who made it; only `fetch` tells, and only to those who manage stickers. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** When the sticker was uploaded. */
  get createdAt(): Date {
    return new Date(snowflakeTimeMs(this.id));
  }

  /** Changes name, description or tags. */
  async edit(body: RESTPatchAPIGuildStickerJSONBody, reason?: string): Promise<GuildSticker> {
    const record = await this.host.rest.stickers.edit(this.guildId, this.id, body, because(reason));
    return new GuildSticker(this.host, this.guildId, record, 'answer');
  }

  /** Deletes the sticker. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.stickers.delete(this.guildId, this.id, because(reason));
  }

  protected get kind(): 'sticker' {
    return 'sticker';
  }
}
