import type { Message } from '../models/message.js';
import type { MessagePayload } from '../models/message-payload.js';

/**
 * Return type of an `async *` handler: its first `yield` replies, later ones follow up.
 *
 * The value of a `yield` is the message that was sent; a failure to send is thrown at the `yield`.
 *
 * @example
 * ```ts
 * async *count(ctx: SlashContext): Replies {
 *   const first = yield 'one';
 *   yield `two, after ${first.id}`;
 * }
 * ```
 */
export type Replies = AsyncGenerator<MessagePayload, MessagePayload | void, Message>;
