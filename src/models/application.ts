import type {
  APIApplication,
  APIApplicationRoleConnectionMetadata,
  RESTPatchCurrentApplicationJSONBody,
} from 'discord-api-types/v10';
import type { EntitlementsQuery } from '../rest/api/monetization-api.js';
import type { LazyList } from '../rest/lazy-list.js';
import type { Snowflake } from '../types/type-tools.js';
import { ApplicationEmojis } from './application-emojis.js';
import { attachedUser } from './attached-user.js';
import { Entitlement } from './entitlement.js';
import { FlagSet } from './flags/flag-set.js';
import type { ApplicationFlagName } from './flags/flag-tables.js';
import { applicationFlags } from './flags/flag-tables.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import { IdentifiedModel } from './model.js';
import { Sku } from './sku.js';
import { Team } from './team.js';
import type { User } from './user.js';

/** Who is to have something: exactly one of both. */
export type EntitlementOwner =
  | { readonly guildId: Snowflake; readonly userId?: undefined }
  | { readonly userId: Snowflake; readonly guildId?: undefined };

/** Application that the bot belongs to. @see https://docs.discord.com/developers/resources/application */
export class Application extends IdentifiedModel<Readonly<APIApplication>> {
  /** Asks Discord for the application of a bot. */
  static async fetch(host: ModelHost): Promise<Application> {
    return new Application(host, await host.rest.applications.getCurrent());
  }

  /** Name of the application. */
  get name(): string {
    return this.raw.name;
  }
  /** Text of its profile. */
  get description(): string {
    return this.raw.description;
  }
  /** Words that describe it, at most five. */
  get tags(): readonly string[] {
    return (this.raw.tags as readonly string[] | undefined) ?? [];
  }
  /** What Discord allows it, such as privileged intents. */
  get flags(): FlagSet<ApplicationFlagName> {
    const { flags, flags_new: all } = this.raw as { readonly flags?: number; readonly flags_new?: string };
    return new FlagSet<ApplicationFlagName>(applicationFlags, all === undefined ? flags : Number(all));
  }
  /** User of its bot. */
  get bot(): User | undefined {
    return attachedUser(this.host, this.raw.bot);
  }
  /** Person it belongs to; with a team, a user that stands for the team. */
  get owner(): User | undefined {
    return attachedUser(this.host, this.raw.owner);
  }
  /** Team that owns it, when it is owned by one. */
  get team(): Team | undefined {
    return this.raw.team ? new Team(this.host, this.raw.team) : undefined;
  }
  /** Whether others than the owner may add the bot. */
  get isPublic(): boolean {
    return this.raw.bot_public;
  }
  /** Whether the bot joins only when the whole of OAuth2 is gone through. */
  get requiresCodeGrant(): boolean {
    return this.raw.bot_require_code_grant;
  }
  /** About how many guilds it is installed in. */
  get guildCount(): number | undefined {
    return this.raw.approximate_guild_count;
  }
  /** About how many users have installed it. */
  get userInstallCount(): number | undefined {
    return this.raw.approximate_user_install_count;
  }
  /** About how many users have allowed it something by OAuth2. */
  get userAuthorizationCount(): number | undefined {
    return this.raw.approximate_user_authorization_count;
  }
  /** Address of its terms of service. */
  get termsOfServiceUrl(): string | undefined {
    return this.raw.terms_of_service_url || undefined;
  }
  /** Address of its privacy policy. */
  get privacyPolicyUrl(): string | undefined {
    return this.raw.privacy_policy_url || undefined;
  }
  /** Address to which Discord sends interactions, where not over the gateway. */
  get interactionsEndpointUrl(): string | undefined {
    return this.raw.interactions_endpoint_url ?? undefined;
  }
  /** Page on which members link accounts for roles. */
  get roleConnectionsVerificationUrl(): string | undefined {
    return this.raw.role_connections_verification_url ?? undefined;
  }
  /** Address that adds it, where not the one that Discord makes. */
  get customInstallUrl(): string | undefined {
    return this.raw.custom_install_url;
  }
  /** Addresses that OAuth2 may lead back to. */
  get redirectUris(): readonly string[] {
    return this.raw.redirect_uris ?? [];
  }
  /** What it asks for when it is added, for guilds and for users. */
  get integrationTypesConfig(): APIApplication['integration_types_config'] {
    return this.raw.integration_types_config;
  }
  /** Scopes and permissions that its install link of Discord asks for. */
  get installParams(): APIApplication['install_params'] {
    return this.raw.install_params;
  }
  /** Address to which Discord sends events over HTTP, whether it does, and which. */
  get eventWebhooks(): {
    readonly url: string | undefined;
    readonly isEnabled: boolean;
    readonly types: readonly string[];
  } {
    const { event_webhooks_url: url, event_webhooks_status: status, event_webhooks_types: types } = this.raw;
    return { url: url ?? undefined, isEnabled: status === 2, types: types ?? [] };
  }
  /** Key by which requests of Discord's are verified. */
  get verifyKey(): string {
    return this.raw.verify_key;
  }
  /** Guild of its developers. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id;
  }
  /** Id of the game's SKU, for applications that are sold as games. */
  get primarySkuId(): Snowflake | undefined {
    return this.raw.primary_sku_id;
  }
  /** Last part of the address of its store page. */
  get slug(): string | undefined {
    return this.raw.slug;
  }
  /** Page of the store. */
  get storeUrl(): string {
    return `https://discord.com/application-directory/${this.id}/store`;
  }
  /** Emojis of the application, which it may use everywhere. */
  get emojis(): ApplicationEmojis {
    return new ApplicationEmojis(this.host);
  }
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`app-icons/${this.id}`, this.raw.icon, options);
  }
  /** Address of the cover, where there is one. */
  coverUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`app-icons/${this.id}`, this.raw.cover_image, options);
  }

  /** Changes settings; only what is given. */
  async edit(body: RESTPatchCurrentApplicationJSONBody): Promise<Application> {
    return new Application(this.host, await this.host.rest.applications.editCurrent(body));
  }

  /** What of a linked account roles can ask for. */
  fetchRoleConnectionMetadata(): Promise<APIApplicationRoleConnectionMetadata[]> {
    return this.host.rest.applications.listRoleConnectionMetadata(this.id);
  }

  /** Replaces what of a linked account roles can ask for: up to five entries. */
  setRoleConnectionMetadata(
    metadata: readonly APIApplicationRoleConnectionMetadata[],
  ): Promise<APIApplicationRoleConnectionMetadata[]> {
    return this.host.rest.applications.overwriteRoleConnectionMetadata(this.id, [...metadata]);
  }

  /** What the application sells. */
  async fetchSkus(): Promise<Sku[]> {
    const records = await this.host.rest.monetization.listSkus(this.id);
    return records.map((record) => new Sku(this.host, record));
  }

  /** What users and guilds have bought or been given; fetched as they are read. */
  entitlements(query: Omit<EntitlementsQuery, 'limit'> = {}): LazyList<Entitlement> {
    return this.host.rest.monetization
      .iterateEntitlements(this.id, query)
      .map((record) => new Entitlement(this.host, record));
  }

  /** Asks Discord for one entitlement. */
  async fetchEntitlement(id: Snowflake): Promise<Entitlement> {
    return new Entitlement(this.host, await this.host.rest.monetization.getEntitlement(this.id, id));
  }

  /** Gives a user or guild something without being paid, to try out what comes of it; `delete()` takes it back. */
  async createTestEntitlement(skuId: Snowflake, { guildId, userId }: EntitlementOwner): Promise<Entitlement> {
    const owner =
      guildId === undefined
        ? { owner_id: userId!, owner_type: 2 as const }
        : { owner_id: guildId, owner_type: 1 as const };
    const { monetization } = this.host.rest;
    return new Entitlement(
      this.host,
      (await monetization.createTestEntitlement(this.id, { sku_id: skuId, ...owner })) as Entitlement['raw'],
    );
  }
}
