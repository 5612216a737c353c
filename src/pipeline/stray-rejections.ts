/**
 * Tells which handler forgot to await a promise that rejected.
 *
 * Every handler runs in an async context of its own, and Node reports an unhandled rejection in the context of the
 * promise; so the origin is known although nothing leads back to it. The process-wide listener is the host program's
 * affair: nothing is put on the process unless a program asks for it.
 */
import { currentHandler } from './current-handler.js';
import type { PipelineTools } from './pipeline-tools.js';

/** Where unhandled rejections are heard: the process. */
export interface RejectionSource {
  /** Adds a listener. */
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  /** Removes a listener. */
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/** What is needed of each bot: its error chain, and what its handlers run in. */
export type StrayTools = Pick<PipelineTools, 'activity' | 'errors'>;

/**
 * Hands rejections that nobody handled to the error chain of the bot whose handler they come from; they end no process.
 *
 * Those that come from no handler go to `onForeign`. The returned function stops it.
 */
export function reportStrayRejections(
  bots: StrayTools | readonly StrayTools[],
  source: RejectionSource,
  onForeign: (reason: unknown) => void,
): () => void {
  const all = 'activity' in bots ? [bots] : bots;
  const listener = (reason: unknown): void => {
    const origin = currentHandler();
    const bot = origin && all.find(({ activity }) => activity.hasTraced(origin));
    if (bot) void bot.errors.handle(reason, origin);
    else onForeign(reason);
  };
  for (const { activity } of all) activity.traceHandlers();
  source.on('unhandledRejection', listener);
  return () => void source.off('unhandledRejection', listener);
}
