import type {
  RESTGetAPIGuildChannelsResult,
  RESTGetAPIGuildIntegrationsResult,
  RESTGetAPIGuildInvitesResult,
  RESTGetAPIGuildOnboardingResult,
  RESTGetAPIGuildPreviewResult,
  RESTGetAPIGuildPruneCountQuery,
  RESTGetAPIGuildPruneCountResult,
  RESTGetAPIGuildQuery,
  RESTGetAPIGuildResult,
  RESTGetAPIGuildThreadsResult,
  RESTGetAPIGuildVanityUrlResult,
  RESTGetAPIGuildVoiceRegionsResult,
  RESTGetAPIGuildWelcomeScreenResult,
  RESTPatchAPIGuildChannelPositionsJSONBody,
  RESTPatchAPIGuildJSONBody,
  RESTPatchAPIGuildResult,
  RESTPatchAPIGuildWelcomeScreenJSONBody,
  RESTPatchAPIGuildWelcomeScreenResult,
  RESTPostAPIGuildChannelJSONBody,
  RESTPostAPIGuildChannelResult,
  RESTPostAPIGuildPruneJSONBody,
  RESTPostAPIGuildPruneResult,
  RESTPutAPIGuildIncidentActionsJSONBody,
  RESTPutAPIGuildIncidentActionsResult,
  RESTPutAPIGuildOnboardingJSONBody,
  RESTPutAPIGuildOnboardingResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** What a prune would cover; roles may be given as a list. */
export interface PruneCountQuery extends Omit<RESTGetAPIGuildPruneCountQuery, 'include_roles'> {
  /** Roles whose members count as well; by default only those without a role do. */
  readonly include_roles?: string | readonly Snowflake[] | undefined;
}

/** Guilds: settings, channels, invites, integrations, pruning. @see https://docs.discord.com/developers/resources/guild */
export class GuildsApi extends Resource {
  /**
   * A guild; with member and presence counts on request.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild
   */
  get(
    guildId: Snowflake,
    query?: RESTGetAPIGuildQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildResult> {
    return this.requester.request(GET`/guilds/${guildId}`, { ...options, query });
  }

  /**
   * What somebody who has not joined sees of a discoverable guild.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-preview
   */
  getPreview(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildPreviewResult> {
    return this.requester.request(GET`/guilds/${guildId}/preview`, options);
  }

  /**
   * Changes settings; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild
   */
  edit(
    guildId: Snowflake,
    body: RESTPatchAPIGuildJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildResult> {
    return this.requester.request(PATCH`/guilds/${guildId}`, { ...options, body });
  }

  /**
   * Channels of a guild, without threads.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-channels
   */
  listChannels(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildChannelsResult> {
    return this.requester.request(GET`/guilds/${guildId}/channels`, options);
  }

  /**
   * Creates a channel.
   *
   * @see https://docs.discord.com/developers/resources/guild#create-guild-channel
   */
  createChannel(
    guildId: Snowflake,
    body: RESTPostAPIGuildChannelJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildChannelResult> {
    return this.requester.request(POST`/guilds/${guildId}/channels`, { ...options, body });
  }

  /**
   * Moves channels; only those given.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions
   */
  editChannelPositions(
    guildId: Snowflake,
    body: RESTPatchAPIGuildChannelPositionsJSONBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(PATCH`/guilds/${guildId}/channels`, { ...options, body });
  }

  /**
   * Threads that are not archived, with the bot's memberships.
   *
   * @see https://docs.discord.com/developers/resources/guild#list-active-guild-threads
   */
  listActiveThreads(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildThreadsResult> {
    return this.requester.request(GET`/guilds/${guildId}/threads/active`, options);
  }

  /**
   * Invites to a guild, with their uses.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-invites
   */
  listInvites(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildInvitesResult> {
    return this.requester.request(GET`/guilds/${guildId}/invites`, options);
  }

  /**
   * Invite code of a guild's own choosing, with its uses.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-vanity-url
   */
  getVanityUrl(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildVanityUrlResult> {
    return this.requester.request(GET`/guilds/${guildId}/vanity-url`, options);
  }

  /**
   * Voice regions that a guild may choose.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-voice-regions
   */
  listVoiceRegions(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildVoiceRegionsResult> {
    return this.requester.request(GET`/guilds/${guildId}/regions`, options);
  }

  /**
   * First fifty integrations of a guild.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-integrations
   */
  listIntegrations(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildIntegrationsResult> {
    return this.requester.request(GET`/guilds/${guildId}/integrations`, options);
  }

  /**
   * Removes an integration, its webhooks and its bot.
   *
   * @see https://docs.discord.com/developers/resources/guild#delete-guild-integration
   */
  deleteIntegration(guildId: Snowflake, integrationId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/guilds/${guildId}/integrations/${integrationId}`, options);
  }

  /**
   * Pauses invites or direct messages for up to a day.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions
   */
  editIncidentActions(
    guildId: Snowflake,
    body: RESTPutAPIGuildIncidentActionsJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIGuildIncidentActionsResult> {
    return this.requester.request(PUT`/guilds/${guildId}/incident-actions`, { ...options, body });
  }

  /**
   * How many members a prune would remove.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-prune-count
   */
  getPruneCount(
    guildId: Snowflake,
    query?: PruneCountQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildPruneCountResult> {
    const roles = query?.include_roles;
    const asked = { ...query, include_roles: typeof roles === 'string' ? roles : roles?.join(',') };
    return this.requester.request(GET`/guilds/${guildId}/prune`, { ...options, query: asked });
  }

  /**
   * Removes members who were not seen for days.
   *
   * @see https://docs.discord.com/developers/resources/guild#begin-guild-prune
   */
  prune(
    guildId: Snowflake,
    body: RESTPostAPIGuildPruneJSONBody = {},
    options?: ReasonOptions,
  ): Promise<RESTPostAPIGuildPruneResult> {
    return this.requester.request(POST`/guilds/${guildId}/prune`, { ...options, body });
  }

  /**
   * Welcome screen of a community.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-welcome-screen
   */
  getWelcomeScreen(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildWelcomeScreenResult> {
    return this.requester.request(GET`/guilds/${guildId}/welcome-screen`, options);
  }

  /**
   * Changes the welcome screen of a community.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen
   */
  editWelcomeScreen(
    guildId: Snowflake,
    body: RESTPatchAPIGuildWelcomeScreenJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIGuildWelcomeScreenResult> {
    return this.requester.request(PATCH`/guilds/${guildId}/welcome-screen`, { ...options, body });
  }

  /**
   * Questions that new members are asked.
   *
   * @see https://docs.discord.com/developers/resources/guild#get-guild-onboarding
   */
  getOnboarding(guildId: Snowflake, options?: CallOptions): Promise<RESTGetAPIGuildOnboardingResult> {
    return this.requester.request(GET`/guilds/${guildId}/onboarding`, options);
  }

  /**
   * Replaces what is given of the onboarding.
   *
   * @see https://docs.discord.com/developers/resources/guild#modify-guild-onboarding
   */
  editOnboarding(
    guildId: Snowflake,
    body: RESTPutAPIGuildOnboardingJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPutAPIGuildOnboardingResult> {
    return this.requester.request(PUT`/guilds/${guildId}/onboarding`, { ...options, body });
  }
}
