import type { APIGuildOnboarding } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { Model } from './model.js';

/** What new members of a guild are asked and shown. @see https://docs.discord.com/developers/resources/guild#guild-onboarding-object */
export class Onboarding extends Model<Readonly<APIGuildOnboarding>> {
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.raw.guild_id;
  }
  /** Whether new members are asked. */
  get enabled(): boolean {
    return this.raw.enabled;
  }
  /** Questions with their choices. */
  get prompts(): APIGuildOnboarding['prompts'] {
    return this.raw.prompts;
  }
  /** Channels that everybody sees from the start. */
  get defaultChannelIds(): readonly Snowflake[] {
    return this.raw.default_channel_ids;
  }
  /** 0 when only the channels count toward Discord's minimum, 1 when questions do too. */
  get mode(): number {
    return this.raw.mode;
  }
}
