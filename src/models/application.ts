import type { APIApplication, RESTPatchCurrentApplicationJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { ApplicationEmojis } from './application-emojis.js';
import { attachedUser } from './attached-user.js';
import { Entitlement } from './entitlement.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';
import { IdentifiedModel } from './model.js';
import { Sku } from './sku.js';
import { Team } from './team.js';
import type { User } from './user.js';

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
  /** How many guilds it is installed in, roughly. */
  get guildCount(): number | undefined {
    return this.raw.approximate_guild_count;
  }
  /** Emojis of the application, which it may use everywhere. */
  get emojis(): ApplicationEmojis {
    return new ApplicationEmojis(this.host);
  }
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return this.raw.icon === null ? undefined : imageUrl(`app-icons/${this.id}/${this.raw.icon}`, options);
  }

  /** Changes settings; only what is given. */
  async edit(body: RESTPatchCurrentApplicationJSONBody): Promise<Application> {
    return new Application(this.host, await this.host.rest.applications.editCurrent(body));
  }

  /** What the application sells. */
  async fetchSkus(): Promise<Sku[]> {
    const records = await this.host.rest.monetization.listSkus(this.id);
    return records.map((record) => new Sku(this.host, record));
  }

  /** What users and guilds have bought or been given; asks page by page. */
  async *entitlements(
    query: { readonly user_id?: Snowflake; readonly guild_id?: Snowflake } = {},
  ): AsyncGenerator<Entitlement> {
    for await (const record of this.host.rest.monetization.iterateEntitlements(this.id, query)) {
      yield new Entitlement(this.host, record);
    }
  }
}
