import type { RESTPatchAPIGuildStickerJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { StickerRecord } from './records.js';

/** Sticker of a guild. @see https://docs.discord.com/developers/resources/sticker */
export class GuildSticker extends IdentifiedModel<StickerRecord> {
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.raw.guild_id ?? '';
  }
  /** Name, 2 to 30 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Text for those who do not see it. */
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** Name of the emoji it stands for. */
  get tags(): string {
    return this.raw.tags;
  }
  /** Form of the picture: 1 PNG, 2 APNG, 3 Lottie, 4 GIF. */
  get format(): StickerRecord['format_type'] {
    return this.raw.format_type;
  }
  /** Whether it can be used; not when the guild has lost boosts. */
  get available(): boolean {
    return this.raw.available ?? true;
  }
  /** Changes name, description or tags. */
  async edit(body: RESTPatchAPIGuildStickerJSONBody, reason?: string): Promise<void> {
    await this.host.rest.stickers.edit(this.guildId, this.id, body, because(reason));
  }

  /** Deletes the sticker. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.stickers.delete(this.guildId, this.id, because(reason));
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
