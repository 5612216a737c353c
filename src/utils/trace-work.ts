import type { Awaitable } from '../types/type-tools.js';
import type { Clock } from './clock.js';
import { isPromiseLike } from './is-promise-like.js';
import type { TypedTracingChannel } from './typed-channel.js';

/** What every message about a piece of work has. */
export interface Trace {
  /** Milliseconds that the work took by the bot's clock; set when it is over. */
  durationMs?: number;
  /** What the work failed with; set when it did. */
  error?: unknown;
}

/** Work that somebody watches. */
export interface TracedWork<Message extends Trace, Result> {
  readonly channel: TypedTracingChannel<Message>;
  readonly trace: Message;
  readonly clock: Clock;
  readonly work: () => Awaitable<Result>;
  /** Completes the message before it is published for the last time. */
  readonly finish?: (trace: Message) => void;
}

/**
 * Runs work and publishes how it goes, in the order of Node's own tracing: `start`, `end`, and for work that waits
 * `asyncStart` and `asyncEnd`; `error` before those when it fails. Its result is not part of the message.
 */
export function traceWork<Message extends Trace, Result>(
  traced: TracedWork<Message, Result>,
): Awaitable<Result> {
  const { channel, trace, clock, work } = traced;
  const startedMs = clock.monotonicNow();
  const finish = (): void => {
    trace.durationMs = clock.monotonicNow() - startedMs;
    traced.finish?.(trace);
  };
  const fail = (error: unknown): void => {
    trace.error = error;
    finish();
    channel.error.publish(trace);
  };
  const settle = (): void => {
    channel.asyncStart.publish(trace);
    channel.asyncEnd.publish(trace);
  };
  return channel.start.runStores(trace, () => {
    try {
      const result = work();
      if (!isPromiseLike(result)) {
        finish();
        return result;
      }
      return result.then(
        (value) => {
          finish();
          settle();
          return value;
        },
        (error: unknown) => {
          fail(error);
          settle();
          throw error;
        },
      );
    } catch (error) {
      fail(error);
      throw error;
    } finally {
      channel.end.publish(trace);
    }
  });
}
