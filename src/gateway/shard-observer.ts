import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { OutgoingPayload } from './codec/gateway-codec.js';

/** How a connection ended, and what comes of it. */
export interface ShardDisconnect {
  /** Close code: the server's, or the one that the shard chose. */
  readonly code: number;
  /** Text that came with the code; often empty. */
  readonly reason: string;
  /** Whether the shard itself ended the connection. */
  readonly isOwn: boolean;
  /** `resume` and `identify` reconnect; `fatal` and `closed` do not. */
  readonly next: 'resume' | 'identify' | 'fatal' | 'closed';
  /** Milliseconds until the next attempt, when there is one. */
  readonly retryInMs: number | undefined;
}

/** A resumed session. */
export interface ShardResume {
  /** READY that once opened the session. */
  readonly ready: GatewayReadyDispatchData | undefined;
  /** Whether the session was begun by an earlier process and came out of the session store. */
  readonly isRestored: boolean;
}

/** What the composition root wants to know of shards; every method may be left out and must not throw. */
export interface ShardObserver {
  /** Connected: Hello has arrived, Identify or Resume comes next. */
  onConnect?(shardId: number): void;
  /** New session: READY has arrived, and was handed to the sink before. */
  onReady?(shardId: number, ready: GatewayReadyDispatchData): void;
  /** Old session goes on: everything missed was handed to the sink before. */
  onResumed?(shardId: number, resume: ShardResume): void;
  /** Connection is lost, or was ended by the shard. */
  onDisconnect?(shardId: number, disconnect: ShardDisconnect): void;
  /** Something went wrong; after a fatal error the shard is closed. */
  onError?(shardId: number, error: unknown): void;
  /** Every payload that arrives, in its bytes; only set this to debug, and copy the bytes to keep them. */
  onReceive?(shardId: number, bytes: Buffer): void;
  /** Every payload that leaves; Identify and Resume carry no token here. */
  onSend?(shardId: number, payload: OutgoingPayload): void;
}
