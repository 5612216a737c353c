import type { RESTPatchAPIGuildRoleJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { compareSnowflakes, snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { Member } from './member.js';
import { Permissions } from './permissions.js';
import type { RoleRecord } from './records.js';

/** Role of a guild. @see https://docs.discord.com/developers/topics/permissions#role-object */
export class Role {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  /** Guild that it belongs to. */
  readonly guildId: Snowflake;
  /** Record in Discord's own names, for fields that have no property here. */
  readonly raw: RoleRecord;

  constructor(host: ModelHost, guildId: Snowflake, record: RoleRecord) {
    this.host = host;
    this.guildId = guildId;
    this.raw = record;
  }

  /** Id of the role. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Name, 1 to 100 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Primary colour as a number; 0 for none. */
  get color(): number {
    return this.raw.colors?.primary_color ?? this.raw.color ?? 0;
  }
  /** Whether its members are listed apart. */
  get hoist(): boolean {
    return this.raw.hoist;
  }
  /** Place in the hierarchy, from 0 for `@everyone`. */
  get position(): number {
    return this.raw.position;
  }
  /** What the role allows, before channels change it. */
  get permissions(): Permissions {
    return Permissions.from(this.raw.permissions);
  }
  /** Whether an integration manages it. */
  get managed(): boolean {
    return this.raw.managed;
  }
  /** Whether everybody may mention it. */
  get mentionable(): boolean {
    return this.raw.mentionable;
  }
  /** Whether it is the role that everybody has. */
  get isEveryone(): boolean {
    return this.id === this.guildId;
  }
  /** Guild that it belongs to. */
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  /** When it was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When it was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** Text that mentions the role. */
  get mention(): string {
    return this.isEveryone ? '@everyone' : `<@&${this.id}>`;
  }

  /** Order in the list of roles: positive when this role is above the other. */
  comparePosition(other: Role): number {
    return this.position - other.position || compareSnowflakes(other.id, this.id);
  }

  /** Cached members who have the role. */
  get members(): Member[] {
    return [...this.guild.members].filter((member) => member.hasRole(this.id));
  }
  /** Whether the bot may give it to members: below its own highest role, and not managed. */
  get isAssignable(): boolean {
    const top = this.guild.me?.topRole;
    return !this.managed && !this.isEveryone && top !== undefined && top.comparePosition(this) > 0;
  }
  /** Colours of a gradient, where the role has one. */
  get colors(): RoleRecord['colors'] {
    return this.raw.colors;
  }
  /** Whose role it is: of a bot, an integration, or boosters. */
  get tags(): RoleRecord['tags'] {
    return this.raw.tags;
  }

  /** Changes the role; only what is given. */
  async edit(body: RESTPatchAPIGuildRoleJSONBody, reason?: string): Promise<Role> {
    const edited = await this.host.rest.roles.edit(this.guildId, this.id, body, because(reason));
    return new Role(this.host, this.guildId, edited);
  }

  /** Moves the role to another place in the list. */
  async move(position: number, reason?: string): Promise<void> {
    await this.host.rest.roles.editPositions(this.guildId, [{ id: this.id, position }], because(reason));
  }

  /** Deletes the role. */
  delete(reason?: string): Promise<void> {
    return this.host.rest.roles.delete(this.guildId, this.id, because(reason));
  }

  /** Text that mentions it in a message: `<@&id>`, or `@everyone`. */
  toString(): string {
    return this.mention;
  }
}
