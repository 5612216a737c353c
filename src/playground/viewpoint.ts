import type { Person } from '../emulator/people/person.js';
import type { ChannelRecord } from '../emulator/world/channel-record.js';
import type { World } from '../emulator/world/world.js';
import { InvalidInvocationError } from '../errors/invalid-invocation-error.js';
import type { Snowflake } from '../types/type-tools.js';

const VIEW_CHANNEL = 1n << 10n;
/** Text, direct, voice, announcement, threads, stage: channels that hold messages. */
const WITH_MESSAGES: ReadonlySet<number> = new Set([0, 1, 2, 5, 10, 11, 12, 13]);

/** Whose eyes a page looks through, and at which channel. */
export class Viewpoint {
  readonly #world: World;
  readonly #people: ReadonlyMap<Snowflake, Person>;
  #viewer: Person;
  #channel: ChannelRecord | undefined;

  constructor(world: World, people: ReadonlyMap<Snowflake, Person>) {
    this.#world = world;
    this.#people = people;
    const [first] = people.values();
    if (!first) throw new InvalidInvocationError('A playground needs somebody who acts: give it people.');
    this.#viewer = first;
  }

  get viewer(): Person {
    return this.#viewer;
  }

  /** Open channel: the first one that the viewer can see when the chosen one is gone or hidden. */
  get channel(): ChannelRecord | undefined {
    if (!this.#channel || !this.canSee(this.#channel)) this.#channel = this.#firstChannel();
    return this.#channel;
  }

  /** Open channel. @throws {InvalidInvocationError} when the viewer sees none. */
  get openChannel(): ChannelRecord {
    const { channel } = this;
    if (channel) return channel;
    throw new InvalidInvocationError(`${this.#viewer.name} can see no channel.`);
  }

  move({ viewerId, channelId }: { readonly viewerId?: string; readonly channelId?: string }): void {
    const viewer = viewerId === undefined ? undefined : this.#people.get(viewerId);
    if (viewer) this.#viewer = viewer;
    const channel = channelId === undefined ? undefined : this.#world.channels.get(channelId);
    if (channel) this.#channel = channel;
  }

  canSee(channel: ChannelRecord): boolean {
    const { data } = channel;
    if (!this.#world.channels.has(data.id)) return false;
    const isPrivateThread = data.type === 12;
    if (isPrivateThread && !channel.threadMembers.has(this.#viewer.id)) return false;
    return (this.#world.permissionsIn(channel, this.#viewer.id) & VIEW_CHANNEL) !== 0n;
  }

  #firstChannel(): ChannelRecord | undefined {
    return [...this.#world.channels.values()]
      .filter((channel) => channel.data.guild_id !== undefined && WITH_MESSAGES.has(channel.data.type))
      .sort((a, b) => (a.data.position ?? 0) - (b.data.position ?? 0))
      .find((channel) => this.canSee(channel));
  }
}
