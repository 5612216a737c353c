import type { Snowflake } from '../../types/type-tools.js';
import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { ChannelData, ChannelRecord } from '../world/channel-record.js';
import type { World } from '../world/world.js';

/** Channel of a guild. */
export class EmulatedChannel {
  readonly #world: World;
  readonly #record: ChannelRecord;

  /** @internal */
  constructor(world: World, record: ChannelRecord) {
    this.#world = world;
    this.#record = record;
  }

  /** Id of the channel. */
  get id(): Snowflake {
    return this.#record.data.id;
  }

  /** Name of the channel, without `#`. */
  get name(): string {
    return this.#record.data.name ?? '';
  }

  /** Kind of the channel, as in `ChannelType`. */
  get type(): number {
    return this.#record.data.type;
  }

  /** Channel as Discord sends it. */
  get data(): Readonly<ChannelData> {
    return this.#record.data;
  }

  /** Text that mentions the channel in a message. */
  get mention(): string {
    return `<#${this.id}>`;
  }

  /** Texts of all messages that everybody can see, oldest first. */
  get transcript(): readonly string[] {
    return [...this.#record.messages.values()]
      .filter(({ ephemeralFor }) => ephemeralFor === undefined)
      .map(({ author, content }) => `${author.username}: ${content}`);
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, { id: this.id, name: this.name, transcript: this.transcript }, options, inspect);
  }

  /** Sets what a role or member may and may not do here. */
  setPermissions(
    target: { readonly id: Snowflake },
    { allow = 0n, deny = 0n }: { readonly allow?: bigint; readonly deny?: bigint },
  ): void {
    const overwrites = this.#record.data.permission_overwrites ?? [];
    const isRole = this.#world.guildOf(this.#record)?.roles.has(target.id) === true;
    const rest = overwrites.filter(({ id }) => id !== target.id);
    this.#record.data.permission_overwrites = [
      ...rest,
      { id: target.id, type: isRole ? 0 : 1, allow: String(allow), deny: String(deny) },
    ];
    this.#world.publish({
      name: 'CHANNEL_UPDATE',
      data: this.#record.data,
      guildId: this.#record.data.guild_id,
    });
  }
}
