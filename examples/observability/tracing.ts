import { AsyncLocalStorage } from 'node:async_hooks';
import type { Trace, TypedTracingChannel } from 'cogwork';
import { commandChannel, dispatchChannel, restChannel } from 'cogwork';

type Attributes = Record<string, string | number | boolean>;

/** What is used of a span of `@opentelemetry/api`. */
export interface Span {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  recordException(error: Error): unknown;
  end(): void;
}

/** What is used of its tracer, and how a span becomes the parent of the next. */
export interface Tracing<S extends Span, Context> {
  readonly tracer: { startSpan(name: string, options: { attributes: Attributes }, context?: Context): S };
  contextOf(span: S): Context;
}

const FAILED = 2; // SpanStatusCode.ERROR

/** Makes a span of every dispatch, handler and request of the bots in this process; the returned function stops that. */
export function traceBots<S extends Span, Context>({ tracer, contextOf }: Tracing<S, Context>): () => void {
  const current = new AsyncLocalStorage<S>();

  function follow<T extends Trace>(
    channel: TypedTracingChannel<T>,
    nameOf: (trace: T) => string,
    attributesOf: (trace: T) => Record<string, unknown>,
  ): () => void {
    const spans = new WeakMap<T, S>();
    const finish = (trace: T): void => {
      const span = spans.get(trace);
      span?.setAttributes(plain(attributesOf(trace)));
      span?.end();
    };
    const subscribers = {
      error(trace: T): void {
        const error = trace.error instanceof Error ? trace.error : new Error(String(trace.error));
        spans.get(trace)?.recordException(error);
        spans.get(trace)?.setStatus({ code: FAILED, message: error.message });
      },
      // Work that waits for nothing is over here, and has its duration; other work comes to asyncEnd.
      end: (trace: T): void => void (trace.durationMs !== undefined && finish(trace)),
      asyncEnd: finish,
    };
    channel.start.bindStore(current, (trace) => {
      const parent = current.getStore();
      const options = { attributes: plain(attributesOf(trace)) };
      const span = tracer.startSpan(nameOf(trace), options, parent && contextOf(parent));
      spans.set(trace, span);
      return span;
    });
    channel.subscribe(subscribers);
    return () => {
      channel.start.unbindStore(current);
      channel.unsubscribe(subscribers);
    };
  }

  const stops = [
    follow(
      dispatchChannel,
      ({ eventName }) => eventName,
      ({ botId, guildId, shardId }) => ({ botId, guildId, shardId }),
    ),
    follow(
      commandChannel,
      ({ cog, method }) => `${cog}.${method}`,
      ({ botId, guildId, kind, name, outcome, refusedBy }) => ({
        botId,
        guildId,
        kind,
        name,
        outcome,
        refusedBy,
      }),
    ),
    follow(
      restChannel,
      ({ method, route }) => `${method} ${route}`,
      ({ attempt, bucket, status, waitedMs }) => ({ attempt, bucket, status, waitedMs }),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Attributes that are known: a span has no place for `undefined`. */
function plain(facts: Record<string, unknown>): Attributes {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Attributes;
}
