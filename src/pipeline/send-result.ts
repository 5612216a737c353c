import { Message } from '../models/message.js';
import type { InvocationContext } from './handler.js';

/** Sends what a handler gave: a returned value once, each yielded value in turn, giving the message back to `yield`. */
export async function sendResult(ctx: InvocationContext, result: unknown): Promise<void> {
  if (!isAsyncGenerator(result)) {
    if (isAnswer(result)) await ctx.respondWith(result);
    return;
  }
  let step = await result.next();
  while (!step.done) step = await sendYielded(ctx, result, step.value);
  if (isAnswer(step.value)) await ctx.respondWith(step.value);
}

/** Whether a value is a promise of replies rather than a reply. */
export function isAsyncGenerator(value: unknown): value is AsyncGenerator<unknown, unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

/** Nothing is answered with nothing, nor with a message that was sent already (`return ctx.reply(…)`). */
function isAnswer(value: unknown): boolean {
  return value !== undefined && value !== null && !(value instanceof Message);
}

/** Gives the sent message into the generator, or throws the failure there, where the handler can catch it. */
async function sendYielded(
  ctx: InvocationContext,
  generator: AsyncGenerator<unknown, unknown, unknown>,
  value: unknown,
): Promise<IteratorResult<unknown, unknown>> {
  let message: unknown;
  try {
    message = isAnswer(value) ? await ctx.respondWith(value) : value;
  } catch (error) {
    return generator.throw(error);
  }
  return generator.next(message);
}
