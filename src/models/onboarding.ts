import type {
  APIGuildOnboarding,
  RESTAPIGuildOnboardingPrompt,
  RESTPutAPIGuildOnboardingJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
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
  /** Question by its id. */
  prompt(id: Snowflake): APIGuildOnboarding['prompts'][number] | undefined {
    return this.prompts.find((prompt) => prompt.id === id);
  }
  /** Guild that new members are led into. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** Channels that everybody sees from the start. */
  get defaultChannelIds(): readonly Snowflake[] {
    return this.raw.default_channel_ids;
  }
  /** 0 when only the channels count toward Discord's minimum, 1 when questions do too. */
  get mode(): number {
    return this.raw.mode;
  }

  /** Replaces what is given; questions are replaced all together. */
  async edit(body: RESTPutAPIGuildOnboardingJSONBody, reason?: string): Promise<Onboarding> {
    const { guilds } = this.host.rest;
    return new Onboarding(this.host, await guilds.editOnboarding(this.guildId, body, because(reason)));
  }

  /** Adds a question at the end. */
  addPrompt(prompt: RESTAPIGuildOnboardingPrompt, reason?: string): Promise<Onboarding> {
    return this.edit({ prompts: [...this.#writable(), prompt] }, reason);
  }

  /** Removes a question. */
  deletePrompt(id: Snowflake, reason?: string): Promise<Onboarding> {
    return this.edit({ prompts: this.#writable().filter((prompt) => prompt.id !== id) }, reason);
  }

  /** Questions in the form in which Discord takes them, which names emojis in another way than it gives them. */
  #writable(): RESTAPIGuildOnboardingPrompt[] {
    return this.prompts.map((prompt) => ({
      ...prompt,
      options: prompt.options.map(({ emoji, ...option }) => ({
        ...option,
        ...(emoji?.id ? { emoji_id: emoji.id } : {}),
        ...(emoji?.name ? { emoji_name: emoji.name } : {}),
        ...(emoji?.animated === undefined ? {} : { emoji_animated: emoji.animated }),
      })),
    }));
  }
}
