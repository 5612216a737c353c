import type { APIGuildPreview, RESTPatchAPIGuildJSONBody } from 'discord-api-types/v10';
import type { AuditLogQuery } from '../rest/api/audit-logs-api.js';
import type { LazyList } from '../rest/lazy-list.js';
import { AuditLogEntry } from './audit-log-entry.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import { GuildAutoModeration } from './guild-auto-moderation.js';
import { GuildBans } from './guild-bans.js';
import type { GuildChannel } from './guild-channel.js';
import { GuildChannels } from './guild-channels.js';
import { GuildCommunity } from './guild-community.js';
import { GuildEmojis } from './guild-emojis.js';
import { GuildFields } from './guild-fields.js';
import type { GuildLimits } from './guild-limits.js';
import { limitsOf } from './guild-limits.js';
import { GuildMembers } from './guild-members.js';
import { GuildRoles } from './guild-roles.js';
import { GuildScheduledEvents } from './guild-scheduled-events.js';
import { GuildSounds } from './guild-sounds.js';
import { GuildStages } from './guild-stages.js';
import { GuildStickers } from './guild-stickers.js';
import { GuildTemplates } from './guild-templates.js';
import { GuildVoiceStates } from './guild-voice-states.js';
import { Integration } from './integration.js';
import { Invite } from './invite.js';
import type { Member } from './member.js';
import type { StageChannel } from './stage-channel.js';
import type { TextChannel } from './text-channel.js';
import type { VoiceChannel } from './voice-channel.js';
import { Webhook } from './webhook.js';

/**
 * Guild, which people call a server.
 *
 * May be made of an id alone: then it is partial, fills in when the guild is cached, and its verbs work at once. What
 * it has is in families: `guild.members`, `guild.roles`, `guild.channels`, `guild.bans` and so on.
 *
 * @example
 * ```ts
 * const muted = guild.roles.find(({ name }) => name === 'Muted') ?? (await guild.roles.create({ name: 'Muted' }));
 * ```
 * @see https://docs.discord.com/developers/resources/guild
 */
export class Guild extends GuildFields {
  /** Bot itself as a member, when cached. */
  get me(): Member | undefined {
    return this.members.get(this.host.selfId);
  }
  /** Owner as a member, when cached. */
  get owner(): Member | undefined {
    return this.ownerId === undefined ? undefined : this.members.get(this.ownerId);
  }
  /** How much it may have, by its boosts. */
  get limits(): GuildLimits {
    return limitsOf(this);
  }
  /** Whether all its members are cached. */
  get isChunked(): boolean {
    return this.memberCount !== undefined && this.members.size >= this.memberCount;
  }

  /** Rules by which Discord moderates by itself. */
  get autoModeration(): GuildAutoModeration {
    return new GuildAutoModeration(this.host, this.id);
  }
  /** Bans: listing, adding, lifting. */
  get bans(): GuildBans {
    return new GuildBans(this.host, this.id);
  }
  /** Channels and threads: reading, making and ordering them. */
  get channels(): GuildChannels {
    return new GuildChannels(this.host, this.id);
  }
  /** Welcome screen, onboarding, widget, incidents. */
  get community(): GuildCommunity {
    return new GuildCommunity(this.host, this.id);
  }
  /** Cached emojis. */
  get emojis(): GuildEmojis {
    return new GuildEmojis(this.host, this.id);
  }
  /** Members: reading, searching and pruning them. */
  get members(): GuildMembers {
    return new GuildMembers(this.host, this.id);
  }
  /** Roles: reading, making and ordering them. */
  get roles(): GuildRoles {
    return new GuildRoles(this.host, this.id);
  }
  /** Events that are announced. */
  get scheduledEvents(): GuildScheduledEvents {
    return new GuildScheduledEvents(this.host, this.id);
  }
  /** Sounds of the soundboard. */
  get sounds(): GuildSounds {
    return new GuildSounds(this.host, this.id);
  }
  /** Stages that are live. */
  get stageInstances(): GuildStages {
    return new GuildStages(this.host, this.id);
  }
  /** Stickers: reading, adding and removing them. */
  get stickers(): GuildStickers {
    return new GuildStickers(this.host, this.id);
  }
  /** Templates: copies of the guild to make others of. */
  get templates(): GuildTemplates {
    return new GuildTemplates(this.host, this.id);
  }
  /** Who is in voice, by the user's id. */
  get voiceStates(): GuildVoiceStates {
    return new GuildVoiceStates(this.host, this.id);
  }

  /** Channel to which who does nothing in voice is moved, when cached. */
  get afkChannel(): VoiceChannel | undefined {
    return this.#channel<VoiceChannel>(this.afkChannelId);
  }
  /** Channel in which Discord greets members and thanks for boosts, when cached. */
  get systemChannel(): TextChannel | undefined {
    return this.#channel<TextChannel>(this.systemChannelId);
  }
  /** Same channel as `rulesChannelId`, when cached. */
  get rulesChannel(): TextChannel | undefined {
    return this.#channel<TextChannel>(this.rulesChannelId);
  }
  /** Channel in which Discord tells moderators of news, when cached. */
  get publicUpdatesChannel(): TextChannel | undefined {
    return this.#channel<TextChannel>(this.publicUpdatesChannelId);
  }
  /** Channel in which Discord warns moderators, when cached. */
  get safetyAlertsChannel(): TextChannel | undefined {
    return this.#channel<TextChannel>(this.safetyAlertsChannelId);
  }
  /** Channel to which the widget invites, when cached. */
  get widgetChannel(): GuildChannel | StageChannel | undefined {
    return this.#channel<GuildChannel>(this.widgetChannelId);
  }

  /** Asks Discord for the guild as it is now, with about how many members there are and are online. */
  async fetch(): Promise<Guild> {
    return this.host.answers.guild(await this.host.rest.guilds.get(this.id, { with_counts: true }));
  }

  /** Asks Discord for what everybody may see of it, also of a public guild that the bot is not in. */
  fetchPreview(): Promise<APIGuildPreview> {
    return this.host.rest.guilds.getPreview(this.id);
  }

  /** Changes settings; only what is given. */
  async edit(body: RESTPatchAPIGuildJSONBody, reason?: string): Promise<Guild> {
    return this.host.answers.guild(await this.host.rest.guilds.edit(this.id, body, because(reason)));
  }

  /** Lets nobody be invited any more, or again. */
  setInvitesDisabled(isDisabled = true, reason?: string): Promise<Guild> {
    return this.#setFeature('INVITES_DISABLED', isDisabled, reason);
  }

  /** Entries of the audit log, newest first, or oldest first after a given one; fetched as they are read. */
  auditLog(query: Omit<AuditLogQuery, 'limit'> = {}): LazyList<AuditLogEntry> {
    return this.host.rest.auditLogs
      .iterateWithLog(this.id, query)
      .map(({ entry, log }) => new AuditLogEntry(this.host, { ...entry, guild_id: this.id }, log));
  }

  /** Services and bots that are connected to it. */
  async fetchIntegrations(): Promise<Integration[]> {
    const integrations = await this.host.rest.guilds.listIntegrations(this.id);
    return integrations.map(
      (integration) => new Integration(this.host, { ...integration, guild_id: this.id }),
    );
  }

  /** Invitations to the guild. */
  async fetchInvites(): Promise<Invite[]> {
    const invites = await this.host.rest.guilds.listInvites(this.id);
    return invites.map((invite) => new Invite(this.host, invite));
  }

  /** Invitation that the guild has chosen for itself, with how often it was used; `undefined` for none. */
  async fetchVanityInvite(): Promise<Invite | undefined> {
    const { code, uses } = await this.host.rest.guilds.getVanityUrl(this.id);
    return code ? new Invite(this.host, { code, uses, guild_id: this.id }) : undefined;
  }

  /** Webhooks of all channels. */
  async fetchWebhooks(): Promise<Webhook[]> {
    const webhooks = await this.host.rest.webhooks.listInGuild(this.id);
    return webhooks.map((webhook) => new Webhook(this.host, webhook));
  }

  /** Makes the bot leave the guild. */
  leave(): Promise<void> {
    return this.host.rest.users.leaveGuild(this.id);
  }

  #channel<C extends Channel>(id: string | undefined): C | undefined {
    return id === undefined ? undefined : (this.channels.get(id) as C | undefined);
  }

  /** Features are written as a whole list, so it has to be the newest. */
  async #setFeature(feature: string, isOn: boolean, reason: string | undefined): Promise<Guild> {
    const { features } = await this.fetch();
    const others = features.filter((name) => name !== feature);
    const wanted = isOn ? [...others, feature] : others;
    return this.edit({ features: wanted as NonNullable<RESTPatchAPIGuildJSONBody['features']> }, reason);
  }
}
