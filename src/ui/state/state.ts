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
  boolean: (): StateDecorator<boolean> => declare('boolean'),
  /** Whole number between ±2^53; small ones take one byte. */
  integer: (): StateDecorator<number> => declare('integer'),
  /** Any finite number; eight bytes. */
  number: (): StateDecorator<number> => declare('number'),
  /** Text. */
  string: (): StateDecorator<string> => declare('string'),
  /** Discord id; eight bytes. The empty text stands for none. */
  snowflake: (): StateDecorator<string> => declare('snowflake'),
  /** One of a fixed list of texts; a restored value that is no longer in the list is refused. */
  choice: <const C extends readonly string[]>(choices: C): StateDecorator<C[number]> =>
    declare('string', { choices }),
  /** Anything that JSON can hold; the longest of all, so rather for the `StateStore`. */
  json: (): JsonStateDecorator => (target, key) => add(target, { property: key, kind: 'json' }),
} as const;

function declare<V>(kind: StateKind, more: Partial<StateField> = {}): StateDecorator<V> {
  return (target, key) => add(target, { property: key, kind, ...more });
}

function add(target: unknown, field: StateField): void {
  stateMetadata.add((target as object).constructor, field);
}
