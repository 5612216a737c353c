import type { BotRecords } from '../cache/bot-records.js';
import type { SharedCache } from '../cache/shared-cache.js';
import type { EventMap, EventName } from '../events/event-map.js';
import type { InteractionSink } from '../interactions/interaction-sink.js';
import type { BotModelHost } from '../models/bot-model-host.js';
import type { ModelHost } from '../models/host.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { ReadyGate } from './ready-gate.js';

/** What a handler of a dispatch works with. */
export interface DispatchContext {
  readonly cache: SharedCache;
  readonly clock: Clock;
  /** Bot whose connection brought the dispatch. */
  readonly host: BotModelHost;
  /** JSON text of the frame, where there is one; good during the call only. */
  readonly frame: Buffer | undefined;
  readonly interactions: InteractionSink | undefined;
  readonly ready: ReadyGate;
  readonly records: BotRecords;
  /** Shard that received it. */
  readonly shardId: number;
  /** Lets what waited for a guild go on, now that it is there. */
  guildArrived(guildId: Snowflake): void;
  /** Drops what waits for a guild that the bot is not in. */
  guildLeft(guildId: Snowflake): void;
  /** Whether any bot that this dispatch is for listens to the event. */
  hears(event: EventName): boolean;
  /**
   * Emits an event to every bot that this dispatch is for and that listens; `make` makes the models of that bot, or
   * nothing when the event is not for it.
   */
  emit<E extends EventName>(event: E, make: (host: ModelHost) => EventMap[E] | undefined): void;
  /** Emits an event to the bot whose connection brought the dispatch, and to no other. */
  emitOwn<E extends EventName>(event: E, ...args: EventMap[E]): void;
}

/** Handles one kind of dispatch: updates the cache, then emits what is heard. */
export type DispatchHandler<Data = never> = (context: DispatchContext, data: Data) => void;
