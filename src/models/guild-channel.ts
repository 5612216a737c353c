import type { Snowflake } from '../types/type-tools.js';
import { Channel } from './channel.js';
import { channelPermissionsOf, rolePermissionsIn } from './compute-permissions.js';
import type { Guild } from './guild.js';
import { Member } from './member.js';
import type { Permissions } from './permissions.js';
import type { Role } from './role.js';

/** Flag of channels that the bot may not see, of which only id, type, position and category are true. */
const OBFUSCATED = 1 << 17;

/** Channel of a guild, also of types newer than this package. */
export class GuildChannel extends Channel {
  get guildId(): Snowflake {
    return this.raw.guild_id!;
  }
  get guild(): Guild {
    return this.host.models.guildRef(this.guildId);
  }
  get name(): string {
    return this.raw.name ?? '';
  }
  get position(): number {
    return this.raw.position ?? 0;
  }
  /** Id of the category, for a thread of the channel it belongs to. */
  get parentId(): Snowflake | undefined {
    return this.raw.parent_id ?? undefined;
  }
  /** Category, for a thread the channel it belongs to, when cached. */
  get parent(): Channel | undefined {
    const record = this.parentId === undefined ? undefined : this.host.records.channel(this.parentId);
    return record && this.host.models.channel(record);
  }
  /** Whether Discord hides it from the bot; then only id, type, position and category are true. */
  get isObfuscated(): boolean {
    return (this.flags & OBFUSCATED) !== 0;
  }
  /** Address that opens the channel in Discord. */
  get url(): string {
    return `https://discord.com/channels/${this.guildId}/${this.id}`;
  }

  /** What a member or a role may do here. */
  permissionsFor(target: Member | Role): Permissions {
    return target instanceof Member
      ? channelPermissionsOf(this.host, this.guildId, this.raw, target.raw)
      : rolePermissionsIn(this.host, this.guildId, this.raw, target.id);
  }

  /** Deletes the channel. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.channels.delete(this.id, reason === undefined ? {} : { reason });
  }
}
