import type { EventBus } from '../events/event-bus.js';
import type { ShardDisconnect, ShardObserver } from '../gateway/shard-observer.js';
import type { Logger } from '../utils/logger.js';
import type { ClientParts } from './client-parts.js';
import { restoreGuilds } from './restore-guilds.js';

/** Turns what happens to shards into events and log lines. */
export function observeShards(parts: ClientParts, debugEvents: boolean): ShardObserver {
  const { events, gateway, tools } = parts;
  const { logger } = tools;
  return {
    onConnect(shardId) {
      events.emit('connect');
      events.emit('shardConnect', shardId);
    },
    onReady(shardId) {
      logger.info('gateway', `Shard ${shardId} is ready`, { shardId });
      events.emit('shardReady', shardId);
    },
    onResumed(shardId, { isRestored }) {
      logger.info('gateway', `Shard ${shardId} resumed its session`, { shardId });
      if (isRestored) {
        restoreGuilds(parts, shardId, gateway.shards?.get(shardId)?.shardCount ?? 1).catch((error) => {
          logger.warn('client', 'Guilds could not be restored into the cache', { shardId, error });
        });
      }
      events.emit('shardResumed', shardId);
    },
    onDisconnect(shardId, disconnect) {
      logDisconnect(logger, shardId, disconnect);
      const { code, reason, next, retryInMs } = disconnect;
      events.emit('disconnect');
      events.emit('shardDisconnect', shardId, { code, reason, next, retryInMs });
    },
    onError(shardId, error) {
      logger.error('gateway', `Shard ${shardId} met an error`, { shardId, error });
      events.emit('shardError', shardId, error);
    },
    ...(debugEvents ? observeSockets(events) : {}),
  };
}

function observeSockets(events: EventBus): ShardObserver {
  return {
    onReceive: (shardId, bytes) => events.emit('socketReceive', shardId, bytes),
    onSend: (shardId, payload) => events.emit('socketSend', shardId, payload),
  };
}

function logDisconnect(logger: Logger, shardId: number, disconnect: ShardDisconnect): void {
  const { code, reason, next, retryInMs } = disconnect;
  if (next === 'closed') return;
  const what = `Shard ${shardId} was disconnected (${code}${reason ? ` ${reason}` : ''})`;
  const then = next === 'fatal' ? 'for good' : `it will ${next} in ${Math.round(retryInMs ?? 0)} ms`;
  logger.warn('gateway', `${what}; ${then}`, { shardId, code, next });
}
