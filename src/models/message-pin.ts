import type { Message } from './message.js';

/** Pinned message, and since when. */
export interface MessagePin {
  readonly message: Message;
  readonly pinnedAt: Date;
}
