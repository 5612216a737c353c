import type { Snowflake } from '../../types/type-tools.js';

/** Model or id: whatever has an id, or the id itself. */
export type Identifiable = Snowflake | { readonly id: Snowflake };

/** Id of a model, or the id itself. */
export function idOf(thing: Identifiable): Snowflake {
  return typeof thing === 'string' ? thing : thing.id;
}
