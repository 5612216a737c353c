import { UserFacingError } from '../errors/user-facing-error.js';
import type { AbstractConstructor, Awaitable } from '../types/type-tools.js';
import type { Logger } from '../utils/logger.js';
import { describeOrigin } from './describe-origin.js';
import type { HandlerOrigin, InvocationContext } from './handler.js';
import { factsOf } from './invocation-facts.js';

/** What a user sees when nobody handled the error and it was not meant for them. */
export const APOLOGY = 'Something went wrong while answering that. The error has been written down.';

/** One function that may deal with an error; more specific classes are asked first. */
export interface ErrorHandler {
  /** Class of the errors that it handles, subclasses included. */
  readonly errorClass: AbstractConstructor;
  /** Deals with the error; `false` passes it on to the next handler. */
  handle(ctx: InvocationContext | undefined, error: Error, origin: HandlerOrigin): Awaitable<unknown>;
}

/**
 * Way of an error that left a handler: the error handlers for this method, those of its cog, those of the bot, the log.
 *
 * The first that handles it ends it. At last it is logged with cog, method and invocation, and the user is told:
 * the error's own words when it is meant for the user, a short apology otherwise.
 */
export class ErrorChain {
  readonly #logger: Logger;
  readonly #handlers: ErrorHandler[] = [];

  constructor(options: { readonly logger: Logger }) {
    this.#logger = options.logger;
  }

  /** Adds a handler for the whole bot; the returned function takes it away. */
  add(handler: ErrorHandler): () => void {
    this.#handlers.push(handler);
    return () => {
      const index = this.#handlers.indexOf(handler);
      if (index >= 0) this.#handlers.splice(index, 1);
    };
  }

  /** Takes an error to whoever handles it: first the given levels, the nearest first; never rejects. */
  async handle(
    thrown: unknown,
    origin: HandlerOrigin,
    ctx?: InvocationContext,
    nearest: readonly (readonly ErrorHandler[])[] = [],
  ): Promise<void> {
    const error = toError(thrown);
    for (const handlers of [...nearest, this.#handlers]) {
      if (await this.#offer(handlers, error, origin, ctx)) return;
    }
    await this.#settleUnhandled(error, origin, ctx);
  }

  async #offer(
    handlers: readonly ErrorHandler[],
    error: Error,
    origin: HandlerOrigin,
    ctx: InvocationContext | undefined,
  ): Promise<boolean> {
    for (const handler of bySpecificity(handlers, error)) {
      try {
        const result = await handler.handle(ctx, error, origin);
        if (result === false) continue;
        if (result !== undefined && ctx) await ctx.respondLast(result);
        return true;
      } catch (cause) {
        this.#log('An error handler failed', toError(cause), origin, ctx);
      }
    }
    return false;
  }

  async #settleUnhandled(error: Error, origin: HandlerOrigin, ctx?: InvocationContext): Promise<void> {
    const isForUser = error instanceof UserFacingError;
    if (!isForUser) this.#log(`${describeOrigin(origin)} failed: ${error.message}`, error, origin, ctx);
    try {
      await ctx?.apologise(isForUser ? error.userMessage : APOLOGY);
    } catch (cause) {
      // Nobody is left to tell: what was used is gone, or closed to the bot, and the error itself is logged above.
      this.#log('Nobody could be told of an error', toError(cause), origin, ctx, 'debug');
    }
  }

  #log(
    message: string,
    error: Error,
    origin: HandlerOrigin,
    ctx: InvocationContext | undefined,
    level: 'debug' | 'error' = 'error',
  ): void {
    this.#logger[level]('pipeline', message, {
      kind: origin.kind,
      name: origin.name,
      cog: origin.cog,
      method: origin.method,
      ...factsOf(ctx),
      error,
    });
  }
}

function bySpecificity(handlers: readonly ErrorHandler[], error: Error): ErrorHandler[] {
  return handlers
    .filter(({ errorClass }) => error instanceof errorClass)
    .sort((a, b) => depth(b.errorClass) - depth(a.errorClass));
}

function depth(errorClass: AbstractConstructor): number {
  let levels = 0;
  for (let at: object | null = errorClass.prototype; at; at = Object.getPrototypeOf(at)) levels += 1;
  return levels;
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error(`A value was thrown that is not an Error: ${String(thrown)}`);
}
