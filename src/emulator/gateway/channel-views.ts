/** What one bot was last told of the channels that it cannot see, so that it hears when that changes. */
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelData, ChannelRecord, ThreadMemberRecord } from '../world/channel-record.js';
import { isThreadType } from '../world/channel-record.js';
import { obfuscated, seesChannel } from '../world/channel-sight.js';
import type { GuildRecord } from '../world/guild-record.js';
import type { World } from '../world/world.js';

/** Dispatches after which a bot may see other channels than before. */
const DECISIVE: ReadonlySet<string> = new Set([
  'CHANNEL_CREATE',
  'CHANNEL_DELETE',
  'CHANNEL_UPDATE',
  'GUILD_ROLE_DELETE',
  'GUILD_ROLE_UPDATE',
  'GUILD_UPDATE',
]);
/** The same, when they are about the bot itself. */
const DECISIVE_OF_OWN: ReadonlySet<string> = new Set(['GUILD_MEMBER_UPDATE', 'VOICE_STATE_UPDATE']);

/** Channel that has come into sight, or gone out of it. */
export interface ChangedView {
  readonly channel: ChannelData;
  /** Threads that came into sight with it. */
  readonly threads: readonly ThreadView[];
}

/** Thread, with the bot's own membership. */
export interface ThreadView extends ChannelData {
  readonly member?: ThreadMemberRecord;
}

/** Channels as one bot sees them. */
export class ChannelViews {
  readonly #world: World;
  readonly #botId: Snowflake;
  readonly #hidden = new Set<Snowflake>();

  constructor(world: World, botId: Snowflake) {
    this.#world = world;
    this.#botId = botId;
  }

  /** Channel as the bot is told of it now. */
  viewOf(channel: ChannelRecord): ChannelData {
    const { data } = channel;
    if (this.#sees(channel)) this.#hidden.delete(data.id);
    else this.#hidden.add(data.id);
    return this.#hidden.has(data.id) ? obfuscated(data) : data;
  }

  /** Deleted channel as the bot knew it. */
  lastViewOf(data: ChannelData): ChannelData {
    return this.#hidden.delete(data.id) ? obfuscated(data) : data;
  }

  /** Whether a channel has come into sight, or gone out of it, since the bot was told of it. */
  isStale(channel: ChannelRecord): boolean {
    return this.#sees(channel) === this.#hidden.has(channel.data.id);
  }

  /** Whether a dispatch may have changed what the bot sees. */
  isDecisive(name: string, data: object): boolean {
    if (!DECISIVE_OF_OWN.has(name)) return DECISIVE.has(name);
    const { user, user_id: userId } = data as { user?: { readonly id: Snowflake }; user_id?: Snowflake };
    return (userId ?? user?.id) === this.#botId;
  }

  /** Channels that have come into sight or gone out of it, noted as told. */
  takeChanges(guild: GuildRecord): ChangedView[] {
    return [...guild.channels.values()]
      .filter((channel) => !isThreadType(channel.data.type) && this.isStale(channel))
      .map((channel) => {
        const view = this.viewOf(channel);
        const threads = view === channel.data ? this.#threadsIn(guild, channel) : [];
        return { channel: view, threads };
      });
  }

  /** Active threads that the bot sees in a channel; with its own membership. */
  threadsOf(guild: GuildRecord): ThreadView[] {
    return [...guild.channels.values()]
      .filter(({ data }) => isThreadType(data.type) && !data.thread_metadata?.archived)
      .filter((thread) => this.#sees(thread))
      .map(({ data, threadMembers }) => {
        const member = threadMembers.get(this.#botId);
        return member ? { ...data, member } : data;
      });
  }

  #threadsIn(guild: GuildRecord, channel: ChannelRecord): ThreadView[] {
    return this.threadsOf(guild).filter(({ parent_id: parentId }) => parentId === channel.data.id);
  }

  #sees(channel: ChannelRecord): boolean {
    return seesChannel(this.#world, channel, this.#botId);
  }
}
