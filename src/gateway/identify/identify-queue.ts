import { portToken } from '../../types/token.js';

/**
 * Port that spaces Identify: Discord allows one per 5 s for each `shardId % max_concurrency`.
 *
 * Several processes or machines share one limit, so they need one queue between them.
 *
 * @see https://docs.discord.com/developers/events/gateway#rate-limiting
 */
export interface IdentifyQueue {
  /** Resolves when the shard may identify, at once; rejects with the signal's reason when it is aborted first. */
  acquire(shardId: number, signal: AbortSignal): Promise<void>;
  /** Takes over a changed `max_concurrency`. */
  setMaxConcurrency(maxConcurrency: number): void;
}

/** Token by which a queue is injected. */
export const IdentifyQueue = portToken<IdentifyQueue>('IdentifyQueue');
