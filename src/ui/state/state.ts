import { ownerOfProperty, refuseBare } from '../../errors/decorator-site.js';
import type { Fits } from '../../schema/option-fit.js';
import type { StateField, StateKind } from './state-field.js';
import { stateMetadata } from './state-field.js';

/** Decorator of a property that holds exactly `V`. */
export type StateDecorator<V> = <T, K extends keyof T & string>(
  target: T & Fits<T, K, V, true>,
  key: K,
) => void;

/** Decorator of a property whose type is its own affair; it only must not be `undefined`. */
export type JsonStateDecorator = <T, K extends keyof T & string>(
  target: undefined extends T[K] ? never : T,
  key: K,
) => void;

/**
 * Properties of a view that travel inside its custom ids, packed and signed, and are there again after a restart.
 *
 * Values that do not fit into 100 characters go to the bot's `StateStore`, and the id carries their key.
 *
 * @example
 * ```ts
 * @ViewOptions({ id: 'counter', timeoutMs: null })
 * class Counter extends View {
 *   @State.integer() count = 0;
 * }
 * ```
 */
export const State = {
  /** Yes or no; one bit. */
  boolean: maker<StateDecorator<boolean>>('boolean'),
  /** Whole number between ±2^53; small ones take one byte. */
  integer: maker<StateDecorator<number>>('integer'),
  /** Any finite number; eight bytes. */
  number: maker<StateDecorator<number>>('number'),
  /** Text. */
  string: maker<StateDecorator<string>>('string'),
  /** Discord id; eight bytes. The empty text stands for none. */
  snowflake: maker<StateDecorator<string>>('snowflake'),
  /** One of a fixed list of texts; a restored value that is no longer in the list is refused. */
  choice: <const C extends readonly string[]>(choices: C): StateDecorator<C[number]> =>
    declare('string', [choices], { choices }),
  /** Anything that JSON can hold; the longest of all, so rather for the `StateStore`. */
  json: maker<JsonStateDecorator>('json'),
} as const;

/** Function that makes the decorator of a kind; it looks at what it is called with only to find missing parentheses. */
function maker<Decorator>(kind: StateKind): () => Decorator {
  return (...given: readonly unknown[]) => declare(kind, given) as Decorator;
}

function declare(kind: StateKind, given: readonly unknown[], more: Partial<StateField> = {}) {
  const name = `State.${more.choices ? 'choice' : kind}`;
  refuseBare(name, given, `${name}()`);
  return (target: unknown, property: string, descriptor?: unknown): void => {
    const owner = ownerOfProperty(name, target as object, property, descriptor);
    stateMetadata.add(owner, { property, kind, ...more });
  };
}
