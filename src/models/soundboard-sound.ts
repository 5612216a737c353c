import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { Model } from './model.js';
import type { SoundRecord } from './records.js';

/** Sound of a soundboard: of a guild, or one that everybody has. @see https://docs.discord.com/developers/resources/soundboard */
export class SoundboardSound extends Model<SoundRecord> {
  /** Id of the sound. */
  get id(): Snowflake {
    return this.raw.sound_id;
  }
  /** Guild that it belongs to; `undefined` for Discord's own. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Name, 2 to 32 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Loudness from 0 to 1. */
  get volume(): number {
    return this.raw.volume;
  }
  /** Whether it can be used; not when the guild has lost boosts. */
  get available(): boolean {
    return this.raw.available;
  }
  /** Plays it in the voice channel that the bot is in. */
  async play(channelId: Snowflake): Promise<void> {
    const source = this.guildId === undefined ? {} : { source_guild_id: this.guildId };
    await this.host.rest.soundboard.send(channelId, { sound_id: this.id, ...source });
  }

  /** Deletes the sound of a guild; does nothing for one that everybody has. */
  async delete(reason?: string): Promise<void> {
    if (this.guildId === undefined) return;
    await this.host.rest.soundboard.delete(this.guildId, this.id, because(reason));
  }
}
