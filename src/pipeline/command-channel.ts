import type { Snowflake } from '../types/type-tools.js';
import type { Trace } from '../utils/trace-work.js';
import { typedTracingChannel } from '../utils/typed-channel.js';
import type { HandlerKind } from './handler.js';
import type { InvocationFacts } from './invocation-facts.js';

/** Steps of a handler, in their order. */
export type HandlerStep = 'checks' | 'limits' | 'options' | 'hooks' | 'handler';

/** How a handler ended; `refused`: a check, a limit or a wrong option kept it from being started. */
export type HandlerOutcome = 'running' | 'completed' | 'refused' | 'failed';

/** One run of a handler of any kind: what is published on `cogwork:command`. */
export interface CommandTrace extends Trace, InvocationFacts {
  /** Bot whose handler it is. */
  readonly botId: Snowflake | undefined;
  /** What the handler answers to. */
  readonly kind: HandlerKind;
  /** Name of the command, event or task, or path of the component. */
  readonly name: string;
  /** Name of the cog, or of the view; `bot` for plain functions. */
  readonly cog: string;
  /** Method of the cog, or name of the function. */
  readonly method: string;
  /** How it ended; `running` until then. */
  outcome: HandlerOutcome;
  /** Step that is under way, or at which it ended; listeners, tasks and the like have none. */
  step?: HandlerStep;
  /** What refused: name of the check, else of the error. */
  refusedBy?: string;
}

/**
 * Channel about every run of a handler: commands, components, modals, autocompletion, listeners, tasks.
 *
 * What the handler does on Discord happens within it, so a store bound to its `start` is found there.
 *
 * @example
 * ```ts
 * commandChannel.subscribe({
 *   asyncEnd: ({ kind, name, outcome, durationMs }) => console.log(kind, name, outcome, durationMs),
 * });
 * ```
 */
export const commandChannel = typedTracingChannel<CommandTrace>('cogwork:command');

/** Tells that a handler failed whose error somebody takes care of, so that it goes on to its end. */
export function noteHandlerFailure(trace: CommandTrace | undefined, error: unknown): void {
  if (!trace) return;
  if (trace.outcome === 'running') trace.outcome = 'failed';
  trace.error = error;
  commandChannel.error.publish(trace);
}
