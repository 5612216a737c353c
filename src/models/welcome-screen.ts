import type { APIGuildWelcomeScreen } from 'discord-api-types/v10';
import { Model } from './model.js';

/** Page by which a community greets. @see https://docs.discord.com/developers/resources/guild#welcome-screen-object */
export class WelcomeScreen extends Model<Readonly<APIGuildWelcomeScreen>> {
  /** Text under the guild's name. */
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** Channels that are recommended, each with a sentence and an emoji. */
  get channels(): APIGuildWelcomeScreen['welcome_channels'] {
    return this.raw.welcome_channels;
  }
}
