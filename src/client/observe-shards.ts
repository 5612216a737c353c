import type { ShardObserver } from '../gateway/shard-observer.js';
import type { ClientParts } from './client-parts.js';

/** Turns what happens to shards into log lines. */
export function observeShards({ tools }: ClientParts): ShardObserver {
  const { logger } = tools;
  return {
    onReady: (shardId) => logger.info('gateway', `Shard ${shardId} is ready`),
    onResumed: (shardId) => logger.info('gateway', `Shard ${shardId} resumed its session`),
    onDisconnect(shardId, { code, reason, next, retryInMs }) {
      if (next === 'closed') return;
      const what = `Shard ${shardId} was disconnected (${code}${reason ? ` ${reason}` : ''})`;
      logger.warn(
        'gateway',
        next === 'fatal' ? what : `${what}; it will ${next} in ${Math.round(retryInMs ?? 0)} ms`,
      );
    },
    onError: (shardId, error) => logger.error('gateway', `Shard ${shardId} met an error`, { error }),
  };
}
