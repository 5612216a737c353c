import type { Snowflake } from '../types/type-tools.js';
import type { Trace } from '../utils/trace-work.js';
import { typedTracingChannel } from '../utils/typed-channel.js';

/** One event on its way from the gateway through cache and models to the listeners: what is published on `cogwork:dispatch`. */
export interface DispatchTrace extends Trace {
  /** Bot that received it. */
  readonly botId: Snowflake | undefined;
  /** Discord's name of the event, as in `MESSAGE_CREATE`. */
  readonly eventName: string;
  /** Shard that it came by. */
  readonly shardId: number;
  /** Guild that it happened in, when it names one. */
  readonly guildId: Snowflake | undefined;
}

/**
 * Channel about every dispatch that is wanted.
 *
 * All of its work is synchronous: `end` is the last message. Listeners are called within it; what they go on to do
 * after that has messages of its own on `commandChannel`.
 *
 * @example
 * ```ts
 * dispatchChannel.subscribe({ end: ({ eventName, durationMs }) => console.log(eventName, durationMs) });
 * ```
 */
export const dispatchChannel = typedTracingChannel<DispatchTrace>('cogwork:dispatch');
