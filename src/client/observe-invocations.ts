import type { CommandRun } from '../events/command-run.js';
import type { EventBus } from '../events/event-bus.js';
import type { HandlerOrigin, InvocationContext } from '../pipeline/handler.js';
import type { InvocationObserver } from '../pipeline/invocation-observer.js';

/** Turns the runs of handlers into the events `commandInvoked`, `commandCompleted` and `commandFailed`. */
export function observeInvocations(events: EventBus): InvocationObserver {
  return {
    invoked(ctx, origin) {
      if (events.has('commandInvoked')) events.emit('commandInvoked', runOf(ctx, origin));
    },
    completed(ctx, origin) {
      if (events.has('commandCompleted')) events.emit('commandCompleted', runOf(ctx, origin));
    },
    failed(ctx, origin, error) {
      if (events.has('commandFailed')) events.emit('commandFailed', runOf(ctx, origin), error);
    },
  };
}

function runOf(context: InvocationContext, { kind, name, cog, method }: HandlerOrigin): CommandRun {
  return { kind, name, cog, method, context };
}
