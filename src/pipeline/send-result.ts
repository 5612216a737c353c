import { InvalidMessageError } from '../errors/invalid-message-error.js';
import { whyNoMessage } from '../models/check-payload.js';
import { Message } from '../models/message.js';
import type { HandlerOrigin, InvocationContext } from './handler.js';

/** Sends what a handler gave: a returned value once, each yielded value in turn, giving the message back to `yield`. */
export async function sendResult(
  ctx: InvocationContext,
  result: unknown,
  origin: HandlerOrigin,
): Promise<void> {
  if (!isAsyncGenerator(result)) return sendReturned(ctx, result, origin);
  let step = await result.next();
  while (!step.done) step = await sendYielded(ctx, result, step.value);
  await sendReturned(ctx, step.value, origin);
}

async function sendReturned(ctx: InvocationContext, value: unknown, origin: HandlerOrigin): Promise<void> {
  if (!isAnswer(value)) return;
  checkReturned(value, origin);
  await ctx.respondLast(value);
}

/** Refuses what no message can be made of before Discord does, which does not know whose handler it was. */
function checkReturned(value: unknown, { cog, method }: HandlerOrigin): void {
  const isEmpty = value === '' || (isPlain(value) && Object.keys(value).length === 0);
  const reason = isEmpty ? `an empty ${typeof value === 'string' ? 'text' : 'object'}` : whyNoMessage(value);
  if (reason === undefined) return;
  throw new InvalidMessageError(
    `${cog}.${method} returned ${reason}; return a text, an embed, a view or a message, or nothing at all.`,
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
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
