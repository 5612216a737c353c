import type { APITemplate, RESTPatchAPIGuildTemplateJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Snapshot of a guild, of which others can be made. @see https://docs.discord.com/developers/resources/guild-template */
export class Template extends Model<Readonly<APITemplate>> {
  /** Code, as at the end of its address. */
  get code(): string {
    return this.raw.code;
  }
  /** Name, 1 to 100 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Text, at most 120 characters. */
  get description(): string | undefined {
    return this.raw.description ?? undefined;
  }
  /** How often a guild was made of it. */
  get usageCount(): number {
    return this.raw.usage_count;
  }
  /** User who made it, when known. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.creator ?? undefined);
  }
  /** Id of who made it. */
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
  /** When it was made. */
  get createdAt(): Date {
    return new Date(this.raw.created_at);
  }
  /** When it was last brought up to date with its guild. */
  get updatedAt(): Date {
    return new Date(this.raw.updated_at);
  }
  /** Address to share. */
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

  /** Deletes it. */
  async delete(): Promise<void> {
    await this.host.rest.templates.delete(this.sourceGuildId, this.code);
  }
}
