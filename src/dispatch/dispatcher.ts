/**
 * Journey of a dispatch: a shard asks `wants` with the name alone, and drops the frame unparsed when nothing would look
 * at it. Else it hands the payload to `dispatch`, which gives it to listeners of the raw event, then to the handler of
 * its kind. A handler writes the cache first and makes models only for events that somebody hears, so what is neither
 * kept nor heard costs nothing.
 *
 * What is wanted is computed when a listener or an intent comes or goes, never per event. Whatever a payload may be,
 * nothing is thrown: a handler that fails is logged, and the next dispatch is handled.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#receive-events
 */
import type { BotRecords } from '../cache/bot-records.js';
import type { SharedCache } from '../cache/shared-cache.js';
import { BodyText } from '../cache/text/body-text.js';
import type { EventBus } from '../events/event-bus.js';
import { dispatchesOf } from '../events/event-intents.js';
import type { EventMap, EventName } from '../events/event-map.js';
import type { BodyReader } from '../gateway/codec/body-reader.js';
import type { DispatchSink } from '../gateway/dispatch-sink.js';
import type { InteractionSink } from '../interactions/interaction-sink.js';
import type { BotModelHost } from '../models/bot-model-host.js';
import type { ModelHost } from '../models/host.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import { traceWork } from '../utils/trace-work.js';
import { cachedDispatches } from './cached-dispatches.js';
import type { DispatchTrace } from './dispatch-channel.js';
import { dispatchChannel } from './dispatch-channel.js';
import type { DispatchContext, DispatchHandler } from './dispatch-context.js';
import { dispatchHandlers } from './dispatch-handlers.js';
import { isSameForAll, sharedGuildOf } from './dispatch-print.js';
import { ReadyGate } from './ready-gate.js';
import { textReaders } from './text-readers.js';
import { UnknownGuilds } from './unknown-guilds.js';

/** What a `Dispatcher` is made of. */
export interface DispatcherOptions {
  readonly clock: Clock;
  readonly events: EventBus;
  readonly host: BotModelHost;
  readonly logger: Logger;
  readonly records: BotRecords;
  /** Where interactions go besides the `interactionCreate` event. */
  readonly interactions?: InteractionSink;
  /** How many shards this process has. @defaultValue one */
  readonly expectedShards?: () => number;
  /** Milliseconds to wait for a further guild before a shard counts as ready. @defaultValue 2000 */
  readonly guildReadyTimeoutMs?: number;
  /** Asks for a guild whose GUILD_CREATE was missed. @defaultValue such guilds stay unknown */
  readonly queryGuild?: (guildId: Snowflake) => Promise<unknown>;
}

/** Event that a first copy made, for the bots whose copies come later. */
interface Emission {
  readonly event: string;
  readonly make: (host: ModelHost) => readonly unknown[] | undefined;
}

/** Dispatches that are needed whatever is heard: for the start, for membership. */
const alwaysWanted = ['GUILD_CREATE', 'GUILD_DELETE', 'READY', 'RESUMED', 'USER_UPDATE'] as const;

/** Takes the dispatches of one bot's shards to its cache and its listeners. */
export class Dispatcher implements DispatchSink, DispatchContext {
  readonly cache: SharedCache;
  readonly clock: Clock;
  readonly host: BotModelHost;
  readonly interactions: InteractionSink | undefined;
  readonly ready: ReadyGate;
  readonly records: BotRecords;
  frame: Buffer | undefined;
  shardId = 0;
  readonly #events: EventBus;
  readonly #logger: Logger;
  readonly #stopWatching: () => void;
  readonly #unknownGuilds: UnknownGuilds | undefined;
  #wanted: ReadonlySet<string> = new Set();
  #rawHeard: ReadonlySet<string> = new Set();
  #wantsEverything = false;
  #readers: ReadonlyMap<string, BodyReader> = new Map();
  /** Where the events of a first copy are noted for the bots whose copies come later. */
  #emissions: Emission[] | undefined;

  constructor(options: DispatcherOptions) {
    this.cache = options.records.cache;
    this.clock = options.clock;
    this.host = options.host;
    this.interactions = options.interactions;
    this.records = options.records;
    this.#events = options.events;
    this.#logger = options.logger;
    this.ready = new ReadyGate({
      clock: options.clock,
      timeoutMs: options.guildReadyTimeoutMs ?? 2000,
      expectedShards: options.expectedShards ?? (() => 1),
      onShardReady: (shardId) => this.#events.emit('guildsReady', shardId),
      onReady: () => this.#events.emit('clientReady'),
    });
    if (options.queryGuild) this.#unknownGuilds = this.#watchForUnknownGuilds(options.queryGuild);
    this.#stopWatching = this.#events.onInterestChange(() => this.refreshInterest());
    this.cache.copies.join(this.records);
    this.refreshInterest();
  }

  wants(eventName: string): boolean {
    return this.#wantsEverything || this.#wanted.has(eventName);
  }

  bodyReader(eventName: string): BodyReader | undefined {
    const { bodies, copies } = this.cache;
    const isCopied = copies.isShared && isSameForAll(eventName);
    if (isCopied) return this.#rawHeard.has(eventName) || this.#wantsEverything ? undefined : bodies;
    return this.#readers.get(eventName);
  }

  dispatch(eventName: string, data: unknown, shardId: number, frame?: Buffer): void {
    this.shardId = shardId;
    this.frame = frame;
    if (this.#rawHeard.size > 0) this.#emitRaw(eventName, data, shardId);
    if (this.#unknownGuilds && this.#waitsForGuild(this.#unknownGuilds, eventName, data)) return;
    this.#run(eventName, data);
  }

  /** Computes what is wanted anew; called by itself when listeners come and go, by others when intents do. */
  refreshInterest(): void {
    const wanted = new Set<string>([...alwaysWanted, ...cachedDispatches(this.cache)]);
    const raw = new Set<string>();
    if (this.interactions) wanted.add('INTERACTION_CREATE');
    for (const event of this.#events.heard()) {
      if (event.startsWith('raw:')) raw.add(event.slice(4));
      for (const dispatch of dispatchesOf(event)) wanted.add(dispatch);
    }
    this.#wanted = wanted;
    this.#rawHeard = raw;
    this.#wantsEverything = raw.has('*');
    this.#readers = this.#makeReaders(raw);
  }

  guildArrived(guildId: Snowflake): void {
    this.#unknownGuilds?.arrive(guildId);
  }

  guildLeft(guildId: Snowflake): void {
    this.#unknownGuilds?.forget(guildId);
  }

  hears(event: EventName): boolean {
    return this.#events.has(event) || this.#emissions !== undefined;
  }

  emit<E extends EventName>(event: E, make: (host: ModelHost) => EventMap[E] | undefined): void {
    this.#emissions?.push({ event, make: make as Emission['make'] });
    this.#deliver(event, make as Emission['make']);
  }

  emitOwn<E extends EventName>(event: E, ...args: EventMap[E]): void {
    this.#events.emit(event, ...args);
  }

  /** Stops waiting for guilds and watching the listeners, and leaves the cache to the other bots. */
  close(): void {
    this.cache.copies.leave(this.records);
    this.#stopWatching();
    this.#unknownGuilds?.close();
    this.ready.close();
  }

  /** Who hears a raw event gets all of it. */
  #makeReaders(raw: ReadonlySet<string>): ReadonlyMap<string, BodyReader> {
    if (this.#wantsEverything) return new Map();
    const readers = textReaders(this.cache, this.#events);
    return new Map([...readers].filter(([name]) => !raw.has(name)));
  }

  #run(eventName: string, data: unknown): void {
    try {
      if (dispatchChannel.hasSubscribers) this.#handleTraced(eventName, data);
      else this.#handleOnce(eventName, data);
    } catch (error) {
      this.#logger.warn('dispatch', `A ${eventName} could not be handled; it was dropped`, {
        shardId: this.shardId,
        guildId: guildIdOf(data),
        error,
      });
    }
  }

  #handleOnce(eventName: string, data: unknown): void {
    if (this.cache.copies.isShared) this.#handleCopy(eventName, data);
    else this.#handle(eventName, data);
  }

  #handleTraced(eventName: string, data: unknown): void {
    const { clock, host, shardId } = this;
    const botId = host.isIdentified ? host.selfId : undefined;
    const trace: DispatchTrace = { botId, eventName, shardId, guildId: guildIdOf(data) };
    void traceWork({
      channel: dispatchChannel,
      trace,
      clock,
      work: () => this.#handleOnce(eventName, data),
    });
  }

  #watchForUnknownGuilds(query: (guildId: Snowflake) => Promise<unknown>): UnknownGuilds {
    return new UnknownGuilds({
      query,
      onFound: (guildId, guild, shardId) => {
        // Announced as what it is: a guild that comes late, not one that the bot has just joined.
        this.ready.markUnavailable(guildId);
        this.dispatch('GUILD_CREATE', guild, shardId);
      },
      onReleased: ({ eventName, data, shardId }) => {
        this.shardId = shardId;
        this.frame = undefined;
        this.#run(eventName, data);
      },
      onFailed: (guildId, error) =>
        this.#logger.warn('dispatch', `Guild ${guildId} is not known and could not be asked for`, {
          guildId,
          error,
        }),
    });
  }

  /** Whether a dispatch is kept because its guild has yet to be asked for. */
  #waitsForGuild(unknown: UnknownGuilds, eventName: string, data: unknown): boolean {
    const guildId = guildIdOf(data);
    if (guildId === undefined || this.records.guildIds.has(guildId) || !this.cache.keeps('channel'))
      return false;
    const lasting = data instanceof BodyText ? data.parse() : data;
    return unknown.hold(guildId, { eventName, data: lasting, shardId: this.shardId });
  }

  #handle(eventName: string, data: unknown): void {
    const handlers: Readonly<Record<string, DispatchHandler | undefined>> = dispatchHandlers;
    handlers[eventName]?.(this, data as never);
  }

  /** Handles a dispatch of which other bots may receive copies: the first copy is handled, the others emit what it made. */
  #handleCopy(eventName: string, data: unknown): void {
    const { copies } = this.cache;
    const guildId = sharedGuildOf(eventName, data);
    if (guildId === undefined || copies.membersOf(guildId).length < 2) {
      this.#handle(eventName, data);
      return;
    }
    const print = this.cache.bodies.printOf(eventName, data);
    const known = copies.take(this.records, guildId, print, this.clock.now());
    if (known) {
      for (const { event, make } of known.emissions as Emission[]) this.#deliver(event, make);
      return;
    }
    this.#emissions = copies.opened(print)?.emissions as Emission[] | undefined;
    try {
      this.#handle(eventName, data);
    } finally {
      this.#emissions = undefined;
    }
  }

  #deliver(event: string, make: Emission['make']): void {
    const args = this.#events.has(event) ? make(this.host) : undefined;
    if (args) this.#events.emit(event as EventName, ...(args as never));
  }

  #emitRaw(eventName: string, data: unknown, shardId: number): void {
    if (this.#rawHeard.has(eventName)) this.#events.emit(`raw:${eventName}`, data, shardId);
    if (this.#rawHeard.has('*')) this.#events.emit('raw:*', { name: eventName, data }, shardId);
  }
}

function guildIdOf(data: unknown): Snowflake | undefined {
  const id = (data as { readonly guild_id?: unknown } | null | undefined)?.guild_id;
  return typeof id === 'string' ? id : undefined;
}
