import type { Snowflake } from '../types/type-tools.js';
import { typedChannel } from '../utils/typed-channel.js';
import type { ShardDisconnect } from './shard-observer.js';
import type { ShardState } from './shard-state.js';

/** Shard that moved from one state to the next: what is published on `cogwork:gateway`. */
export interface GatewayStateTrace {
  /** Bot of the session; `undefined` before the first READY. */
  readonly botId: Snowflake | undefined;
  /** Shard that it is about. */
  readonly shardId: number;
  /** State that it is in now. */
  readonly state: ShardState;
  /** State that it was in before. */
  readonly previous: ShardState;
  /** Why the connection ended, where the new state is `waiting` or `closed`. */
  readonly disconnect?: ShardDisconnect;
}

/** Frame that arrived: what is published on `cogwork:gateway:frame`. */
export interface GatewayFrameTrace {
  /** Bot of the session; `undefined` before the first READY. */
  readonly botId: Snowflake | undefined;
  /** Shard that it came by. */
  readonly shardId: number;
  /** Kind of frame as Discord's number: 0 for an event, 11 for the answer to a heartbeat. */
  readonly opcode: number;
  /** Discord's name of the event, as in `MESSAGE_CREATE`; `null` for other frames. */
  readonly eventName: string | null;
  /** Number of the event in its session; `null` for other frames. */
  readonly sequence: number | null;
  /** Size after decompression. */
  readonly bytes: number;
  /** Whether the body was parsed; a frame that nobody wants is dropped unparsed. */
  readonly isParsed: boolean;
}

/**
 * Channel about the connections of shards.
 *
 * @example
 * ```ts
 * gatewayChannel.subscribe(({ shardId, state }) => console.log(`shard ${shardId} is ${state}`));
 * ```
 */
export const gatewayChannel = typedChannel<GatewayStateTrace>('cogwork:gateway');

/**
 * Channel about every frame that arrives, apart from `gatewayChannel` because there are so many.
 *
 * @example
 * ```ts
 * gatewayFrameChannel.subscribe(({ eventName, isParsed, bytes }) => console.log(eventName, isParsed, bytes));
 * ```
 */
export const gatewayFrameChannel = typedChannel<GatewayFrameTrace>('cogwork:gateway:frame');
