import type { GuardedLogger } from '../utils/guarded-logger.js';
import type { GatewayFrameTrace } from './gateway-channels.js';

/** Writes a line for each frame, where the log goes down to `trace`; `undefined` where it does not. */
export function frameLog(logger: GuardedLogger): ((frame: GatewayFrameTrace) => void) | undefined {
  if (!logger.isLevelEnabled('trace', 'gateway')) return undefined;
  return ({ bytes, eventName, isParsed, opcode, sequence, shardId }) =>
    logger.trace('gateway', `shard ${shardId} received ${eventName ?? `opcode ${opcode}`}`, {
      shardId,
      sequence,
      bytes,
      isParsed,
    });
}
