import type { Message } from './message.js';

/** Pinned message, and since when. */
export interface MessagePin {
  /** Message that is pinned. */
  readonly message: Message;
  /** When it was pinned. */
  readonly pinnedAt: Date;
}
