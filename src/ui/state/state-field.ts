import { ClassMetadata } from '../../utils/class-metadata.js';

/** Kinds of state and what a property of each holds. */
export interface StateTypes {
  readonly boolean: boolean;
  readonly integer: number;
  readonly json: unknown;
  readonly number: number;
  readonly snowflake: string;
  readonly string: string;
}

/** Name of a kind of state. */
export type StateKind = keyof StateTypes;

/** One property of a view that survives in its custom ids. */
export interface StateField {
  readonly property: string;
  readonly kind: StateKind;
  /** Values that may be restored; anything else is refused. */
  readonly choices?: readonly string[];
}

/** Where `@State` writes. */
export const stateMetadata = new ClassMetadata<StateField>('state');

/** Names and kinds in one text: two classes that pack alike have the same. */
export function describeLayout(fields: readonly StateField[]): string {
  return fields.map(({ property, kind }) => `${property}:${kind}`).join(',');
}
