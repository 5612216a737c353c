import { CogworkError } from './cogwork-error.js';

/**
 * Discord closed a gateway connection with a code that no reconnect can cure.
 *
 * Look the code up in Discord's list of close codes, and start again when its cause is gone.
 */
export class ConnectionClosedError extends CogworkError {
  readonly code = 'CONNECTION_CLOSED';

  constructor(
    /** Close code of the WebSocket. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes */
    readonly closeCode: number,
    /** Text that came with the close code; often empty. */
    readonly reason: string,
    /** Shard that was closed, from 0. */
    readonly shardId: number,
  ) {
    super(
      `Shard ${shardId} was closed by Discord with code ${closeCode}${reason ? ` (${reason})` : ''}, which rules out reconnecting. ` +
        'Look the code up in the list of gateway close codes, and start again when its cause is gone.',
    );
  }
}
