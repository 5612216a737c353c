import type { APITemplate, RESTPatchAPIGuildTemplateJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Snapshot of a guild, of which others can be made. @see https://docs.discord.com/developers/resources/guild-template */
export class Template extends Model<Readonly<APITemplate>> {
  get code(): string {
    return this.raw.code;
  }
  get name(): string {
    return this.raw.name;
  }
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** How often a guild was made of it. */
  get usageCount(): number {
    return this.raw.usage_count;
  }
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.creator ?? undefined);
  }
  get creatorId(): Snowflake {
    return this.raw.creator_id;
  }
  /** Guild that it was made of. */
  get sourceGuildId(): Snowflake {
    return this.raw.source_guild_id;
  }
  /** Whether the guild has changed since the last `sync()`. */
  get isDirty(): boolean {
    return this.raw.is_dirty ?? false;
  }
  get createdAt(): Date {
    return new Date(this.raw.created_at);
  }
  get updatedAt(): Date {
    return new Date(this.raw.updated_at);
  }
  get url(): string {
    return `https://discord.new/${this.code}`;
  }

  /** Brings it up to its guild's present state. */
  async sync(): Promise<Template> {
    return new Template(this.host, await this.host.rest.templates.sync(this.sourceGuildId, this.code));
  }

  /** Renames or describes it. */
  async edit(body: RESTPatchAPIGuildTemplateJSONBody): Promise<Template> {
    return new Template(this.host, await this.host.rest.templates.edit(this.sourceGuildId, this.code, body));
  }

  async delete(): Promise<void> {
    await this.host.rest.templates.delete(this.sourceGuildId, this.code);
  }
}
