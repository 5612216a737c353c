import type { RESTPatchAPIGuildRoleJSONBody } from 'discord-api-types/v10';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';
import { compareSnowflakes, snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import { FlagSet } from './flags/flag-set.js';
import type { RoleFlagName } from './flags/flag-tables.js';
import { roleFlags } from './flags/flag-tables.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { Member } from './member.js';
import { Permissions } from './permissions.js';
import type { RoleRecord } from './records.js';
import type { NewPosition } from './reorder.js';
import { reorder } from './reorder.js';
import type { RoleTags } from './role-tags.js';
import { roleTagsOf } from './role-tags.js';

/** Colours of a role, as `role.edit({ colors })` takes them. */
export type RoleColors = NonNullable<RoleRecord['colors']>;

/** Only set of three colours that Discord takes; it shows them as holographic. */
export const HOLOGRAPHIC_COLORS = {
  /** Light blue, `#a9c9ff`. */
  primary_color: 0xa9c9ff,
  /** Pink, `#ffbbec`. */
  secondary_color: 0xffbbec,
  /** Peach, `#ffc3a0`. */
  tertiary_color: 0xffc3a0,
} as const satisfies RoleColors;

/** Place in the list of roles: a number, or beside another role. */
export type RolePlace = number | { readonly above: Snowflake } | { readonly below: Snowflake };

/** Role of a guild. @see https://docs.discord.com/developers/topics/permissions#role-object */
export class Role extends LiveModel<'role'> {
  constructor(host: ModelHost, guildId: Snowflake, record: RoleRecord, origin?: RecordOrigin) {
    super(host, record, origin, guildId);
  }

  /** Id of the role. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Guild that it belongs to. */
  get guildId(): Snowflake {
    return this.scope;
  }
  /** Name, 1 to 100 characters. */
  get name(): string {
    return this.raw.name;
  }
  /** Primary colour as a number; 0 for none. */
  get color(): number {
    return this.raw.colors?.primary_color ?? this.raw.color ?? 0;
  }
  /** All its colours: one, two of a gradient, or the three that are holographic. */
  get colors(): RoleColors {
    return this.raw.colors ?? { primary_color: this.color, secondary_color: null, tertiary_color: null };
  }
  /** Second colour of a gradient. */
  get secondaryColor(): number | undefined {
    return this.colors.secondary_color ?? undefined;
  }
  /** Third colour, which makes the role holographic. */
  get tertiaryColor(): number | undefined {
    return this.colors.tertiary_color ?? undefined;
  }
  /** Whether its name is shown as holographic. */
  get isHolographic(): boolean {
    return this.tertiaryColor === HOLOGRAPHIC_COLORS.tertiary_color;
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
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`role-icons/${this.id}`, this.raw.icon, options);
  }
  /** Character that stands beside names in place of an icon. */
  get unicodeEmoji(): string | undefined {
    return this.raw.unicode_emoji ?? undefined;
  }
  /** What is special about it, as in `role.flags.has('InPrompt')`. */
  get flags(): FlagSet<RoleFlagName> {
    return new FlagSet<RoleFlagName>(roleFlags, this.raw.flags);
  }
  /** Whose role it is: of a bot, an integration, or boosters. */
  get tags(): RoleTags {
    return roleTagsOf(this.raw);
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
  /** Cached members who have the role. */
  get members(): Member[] {
    return [...this.guild.members].filter((member) => member.hasRole(this.id));
  }
  /** Whether the bot may give it to members: below its own highest role, and not managed. */
  get isAssignable(): boolean {
    const top = this.guild.me?.topRole;
    return !this.managed && !this.isEveryone && top !== undefined && top.comparePosition(this) > 0;
  }

  /** Order in the list of roles: positive when this role is above the other. */
  comparePosition(other: Role): number {
    return this.position - other.position || compareSnowflakes(other.id, this.id);
  }

  /** Changes the role; only what is given. */
  async edit(body: RESTPatchAPIGuildRoleJSONBody, reason?: string): Promise<Role> {
    const edited = await this.host.rest.roles.edit(this.guildId, this.id, body, because(reason));
    return this.host.answers.role(this.guildId, edited);
  }

  /** Moves the role in the list: to a position, or right above or below another role. */
  async move(place: RolePlace, reason?: string): Promise<void> {
    const body =
      typeof place === 'number' ? [{ id: this.id, position: place }] : this.#positionsBeside(place);
    await this.host.rest.roles.editPositions(this.guildId, body, because(reason));
  }

  /** Deletes the role. */
  delete(reason?: string): Promise<void> {
    return this.host.rest.roles.delete(this.guildId, this.id, because(reason));
  }

  /** Text that mentions it in a message: `<@&id>`, or `@everyone`. */
  override toString(): string {
    return this.mention;
  }

  protected get kind(): 'role' {
    return 'role';
  }

  #positionsBeside(place: Exclude<RolePlace, number>): NewPosition[] {
    const isAbove = 'above' in place;
    const besideId = isAbove ? place.above : place.below;
    const roles = [...this.guild.roles].sort((a, b) => a.comparePosition(b));
    if (roles.some(({ id }) => id === besideId) && roles.some(({ id }) => id === this.id))
      return reorder(roles, this.id, besideId, isAbove);
    throw new InvalidOptionError(
      `Role ${this.id} cannot be moved beside role ${besideId}: both have to be cached. Give a position instead.`,
      'place',
    );
  }
}
