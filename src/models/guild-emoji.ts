import type { RESTPatchAPIGuildEmojiJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import { IdentifiedModel } from './model.js';
import type { EmojiRecord } from './records.js';

/** Emoji of a guild. @see https://docs.discord.com/developers/resources/emoji */
export class GuildEmoji extends IdentifiedModel<
  EmojiRecord & { readonly id: Snowflake; readonly guild_id: Snowflake }
> {
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
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
  /** Whether an integration looks after it. */
  get managed(): boolean {
    return this.raw.managed ?? false;
  }
  /** Ids of the roles that may use it; none for everybody. */
  get roleIds(): readonly Snowflake[] {
    return this.raw.roles ?? [];
  }
  /** Text that shows the emoji in a message. */
  get mention(): string {
    return `<${this.animated ? 'a' : ''}:${this.name}:${this.id}>`;
  }
  /** Changes name or roles. */
  async edit(body: RESTPatchAPIGuildEmojiJSONBody, reason?: string): Promise<void> {
    await this.host.rest.emojis.edit(this.guildId, this.id, body, because(reason));
  }

  /** Deletes the emoji. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.emojis.delete(this.guildId, this.id, because(reason));
  }

  /** Text that shows it in a message: `<:name:id>`. */
  override toString(): string {
    return this.mention;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
}
