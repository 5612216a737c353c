import type { HandlerOrigin, InvocationContext } from './handler.js';

/** Told of the runs of handlers: what the events `commandInvoked`, `commandCompleted` and `commandFailed` come from. */
export interface InvocationObserver {
  /** Handler is about to run: nothing has been checked yet. */
  invoked?(ctx: InvocationContext, origin: HandlerOrigin): void;
  /** Handler ended and its answer was sent. */
  completed?(ctx: InvocationContext, origin: HandlerOrigin): void;
  /** Some step failed; error handlers have not been asked yet. */
  failed?(ctx: InvocationContext, origin: HandlerOrigin, error: unknown): void;
}
