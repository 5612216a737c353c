/** How a shard lost its connection, and what comes of it. */
export interface ShardDisconnection {
  /** Close code, the server's or the shard's own. */
  readonly code: number;
  /** Text that came with the code; often empty. */
  readonly reason: string;
  /** `resume` and `identify` reconnect by themselves; `fatal` and `closed` do not. */
  readonly next: 'resume' | 'identify' | 'fatal' | 'closed';
  /** Milliseconds until the next attempt, when there is one. */
  readonly retryInMs: number | undefined;
}
