import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import { checkGuest } from '../people/check-guest.js';
import { EmulatedBot } from '../people/emulated-bot.js';
import type { GuildRecord } from '../world/guild-record.js';
import type { ChannelDraft } from '../world/make-guild.js';
import { joinBot, joinGuild, leaveGuild, makeChannel, makeRole } from '../world/make-guild.js';
import { ALL_PERMISSIONS } from '../world/permissions.js';
import type { RoleRecord } from '../world/role-record.js';
import type { UserRecord } from '../world/user-record.js';
import type { World } from '../world/world.js';
import { EmulatedChannel } from './emulated-channel.js';

const ADMINISTRATOR = 8n;

/** Somebody who can be a member: a person or a bot. */
export type GuildGuest = EmulatedBot | { readonly id: Snowflake; readonly user: Readonly<UserRecord> };

/** Guild of the emulated Discord. */
export class EmulatedGuild {
  readonly #world: World;
  readonly #record: GuildRecord;

  /** @internal */
  constructor(world: World, record: GuildRecord) {
    this.#world = world;
    this.#record = record;
  }

  /** Id of the guild. */
  get id(): Snowflake {
    return this.#record.data.id;
  }

  /** Name of the guild. */
  get name(): string {
    return this.#record.data.name;
  }

  /** How many people and bots are in it. */
  get memberCount(): number {
    return this.#record.members.size;
  }

  /** Channels and threads of the guild. */
  get channels(): readonly EmulatedChannel[] {
    return [...this.#record.channels.values()].map((channel) => new EmulatedChannel(this.#world, channel));
  }

  /** Roles as Discord sends them, `@everyone` included. */
  get roles(): readonly Readonly<RoleRecord>[] {
    return [...this.#record.roles.values()];
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(
      this,
      {
        id: this.id,
        name: this.name,
        channels: this.channels.map(({ name }) => name),
        memberCount: this.memberCount,
      },
      options,
      inspect,
    );
  }

  /**
   * Channel of that name.
   *
   * @throws {InvalidInvocationError} when there is none; lists the names.
   */
  channel(name: string): EmulatedChannel {
    const found = this.channels.find((channel) => channel.name === name);
    if (found) return found;
    throw new InvalidInvocationError(
      `The guild "${this.name}" has no channel "${name}".`,
      this.channels.map((channel) => channel.name),
    );
  }

  /** Makes a channel: a text channel unless the type says otherwise. */
  createChannel(draft: string | ChannelDraft): EmulatedChannel {
    const channel = makeChannel(
      this.#world,
      this.#record,
      typeof draft === 'string' ? { name: draft } : draft,
    );
    return new EmulatedChannel(this.#world, channel);
  }

  /** Makes a role with those permission bits. */
  createRole(name: string, permissions = 0n): Readonly<RoleRecord> {
    return makeRole(this.#world, this.#record, { name, permissions: String(permissions) });
  }

  /**
   * Lets somebody in; a bot gets a role of its own with `permissions`.
   *
   * A bot's default is everything but Administrator.
   */
  add(
    guest: GuildGuest,
    { permissions = ALL_PERMISSIONS & ~ADMINISTRATOR }: { readonly permissions?: bigint } = {},
  ): void {
    checkGuest(guest);
    if (guest instanceof EmulatedBot) joinBot(this.#world, this.#record, guest.record, permissions);
    else joinGuild(this.#world, this.#record, guest.user as UserRecord);
  }

  /** Lets somebody go. */
  remove(guest: GuildGuest): void {
    leaveGuild(this.#world, this.#record, guest.user as UserRecord);
  }

  /** Gives a member a role. */
  giveRole(guest: GuildGuest, role: { readonly id: Snowflake }): void {
    const member = this.#record.members.get(guest.id);
    if (!member)
      throw new InvalidInvocationError(`"${guest.user.username}" is not a member of "${this.name}".`);
    if (!member.roles.includes(role.id)) member.roles.push(role.id);
    this.#world.publish({
      name: 'GUILD_MEMBER_UPDATE',
      data: { guild_id: this.id, ...member },
      guildId: this.id,
    });
  }

  /** Plays an outage of this guild, or its end. */
  setUnavailable(isUnavailable: boolean): void {
    if (this.#record.isUnavailable === isUnavailable) return;
    if (isUnavailable) {
      this.#world.publish({
        name: 'GUILD_DELETE',
        data: { id: this.id, unavailable: true },
        guildId: this.id,
      });
    }
    this.#record.isUnavailable = isUnavailable;
    if (!isUnavailable) this.#world.publish({ name: 'GUILD_CREATE', data: {}, guildId: this.id });
  }
}
