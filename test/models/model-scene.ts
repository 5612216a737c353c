import { LazyList } from '../../src/rest/lazy-list.js';
import type { Rest } from '../../src/rest/rest.js';

/** One call of a REST method. */
export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * REST client that writes down what it is asked and answers with what was prepared, by `resource.method`.
 *
 * An unprepared method answers with nothing.
 */
export function recordingRest(answers: Readonly<Record<string, unknown>> = {}) {
  const calls: RecordedCall[] = [];
  const rest = new Proxy({} as Rest, {
    get: (_target, resource) =>
      new Proxy(
        {},
        {
          get:
            (_inner, method) =>
            (...args: unknown[]) => {
              const name = `${String(resource)}.${String(method)}`;
              calls.push({ name, args });
              const answer = answers[name];
              if (name.includes('.iterate')) return new LazyList(() => iterate(answer as unknown[]));
              return Promise.resolve(answer);
            },
        },
      ),
  });
  return { calls, rest };
}

async function* iterate(values: readonly unknown[]): AsyncGenerator<unknown> {
  yield* values;
}
