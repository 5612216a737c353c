import type { Message } from '../models/message.js';
import type { MessagePayload } from '../models/message-payload.js';
import type { Awaitable } from '../types/type-tools.js';

/**
 * Return type of an `async *` handler: its first `yield` replies, later ones follow up.
 *
 * The value of a `yield` is the message that was sent; a failure to send is thrown at the `yield`.
 *
 * @example
 * ```ts member
 * async *count(ctx: SlashContext): Replies {
 *   const first = yield 'one';
 *   yield `two, after ${first.id}`;
 * }
 * ```
 */
export type Replies = AsyncGenerator<MessagePayload, MessagePayload | void, Message>;

/** What a handler may give back: what is to be sent, a message that was sent already, or nothing. */
export type HandlerResult = Awaitable<MessagePayload | Message | null | undefined | void> | Replies;

/** What the compiler shows for a handler whose result cannot be sent. */
export interface NoAnswer {
  /** Reason that the compiler shows. */
  readonly 'cogwork refuses this': 'a handler returns a text, an embed, a view, a message or nothing';
}

/** `unknown` for a handler whose result can be sent, or is of a type that says nothing about it; `NoAnswer` for others. */
export type Answering<T extends (...args: never[]) => unknown> =
  unknown extends Awaited<ReturnType<T>> ? unknown : ReturnType<T> extends HandlerResult ? unknown : NoAnswer;
