import type {
  APIGuildWidgetSettings,
  RESTPatchAPIGuildWelcomeScreenJSONBody,
  RESTPatchAPIGuildWidgetSettingsJSONBody,
  RESTPutAPIGuildIncidentActionsJSONBody,
  RESTPutAPIGuildIncidentActionsResult,
  RESTPutAPIGuildOnboardingJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import { Onboarding } from './onboarding.js';
import { WelcomeScreen } from './welcome-screen.js';
import { Widget } from './widget.js';

/**
 * How a guild meets people: welcome screen, onboarding, widget, and what it pauses in an incident. @see
 * https://docs.discord.com/developers/resources/guild#welcome-screen-object
 */
export class GuildCommunity {
  /** Guild that this is of. */
  readonly guildId: Snowflake;
  readonly #host: ModelHost;

  constructor(host: ModelHost, guildId: Snowflake) {
    this.#host = host;
    this.guildId = guildId;
  }

  /** Asks for what new members see first. */
  async fetchWelcomeScreen(): Promise<WelcomeScreen> {
    return new WelcomeScreen(this.#host, await this.#host.rest.guilds.getWelcomeScreen(this.guildId));
  }

  /** Changes what new members see first. */
  async editWelcomeScreen(
    body: RESTPatchAPIGuildWelcomeScreenJSONBody,
    reason?: string,
  ): Promise<WelcomeScreen> {
    const { guilds } = this.#host.rest;
    return new WelcomeScreen(this.#host, await guilds.editWelcomeScreen(this.guildId, body, because(reason)));
  }

  /** Asks for the questions that new members are asked. */
  async fetchOnboarding(): Promise<Onboarding> {
    return new Onboarding(this.#host, await this.#host.rest.guilds.getOnboarding(this.guildId));
  }

  /** Replaces what is given of the onboarding. */
  async editOnboarding(body: RESTPutAPIGuildOnboardingJSONBody, reason?: string): Promise<Onboarding> {
    const { guilds } = this.#host.rest;
    return new Onboarding(this.#host, await guilds.editOnboarding(this.guildId, body, because(reason)));
  }

  /** Widget as everybody sees it, where the guild has switched it on. */
  async fetchWidget(): Promise<Widget> {
    return new Widget(this.#host, await this.#host.rest.widgets.get(this.guildId));
  }

  /** Whether the widget is on, and to which channel it invites. */
  fetchWidgetSettings(): Promise<APIGuildWidgetSettings> {
    return this.#host.rest.widgets.getSettings(this.guildId);
  }

  /** Switches the widget on or off, or has it invite elsewhere. */
  editWidget(
    body: RESTPatchAPIGuildWidgetSettingsJSONBody,
    reason?: string,
  ): Promise<APIGuildWidgetSettings> {
    return this.#host.rest.widgets.editSettings(this.guildId, body, because(reason));
  }

  /** Pauses invitations or direct messages for up to a day; `null` ends a pause. */
  editIncidentActions(
    body: RESTPutAPIGuildIncidentActionsJSONBody,
  ): Promise<RESTPutAPIGuildIncidentActionsResult> {
    return this.#host.rest.guilds.editIncidentActions(this.guildId, body);
  }
}
