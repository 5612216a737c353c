import type { ClusterMessage } from './cluster-message.js';

/** How a process ended. */
export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Why it could not even be started. */
  readonly error?: Error;
}

/** Port to one other process: messages in both directions, and its end. */
export interface ProcessChannel {
  /** Sends, unless the other side is gone. */
  send(message: ClusterMessage): void;
  onMessage(listener: (message: ClusterMessage) => void): void;
  /** Called once, when the other side is gone. */
  onEnd(listener: (end: ProcessEnd) => void): void;
  /** Ends the other process at once; towards the supervisor, ends the channel only. */
  kill(): void;
}
