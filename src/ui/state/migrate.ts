import { ownerOfMethod, refuseBare } from '../../errors/decorator-site.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { StateKind, StateTypes } from './state-field.js';

/** Names and kinds of the state that an older version of a view had. */
export type StateLayout = Readonly<Record<string, StateKind>>;

/** Values of an older version, typed by its layout. */
export type OldState<L extends StateLayout> = { readonly [Name in keyof L]: StateTypes[L[Name]] };

/** Way from one older version of a view's state to the present one. */
export interface Migration {
  /** Version that it begins at. */
  readonly fromVersion: number;
  /** Layout at that version; that of today when only the meaning has changed. */
  readonly layout: StateLayout | undefined;
  /** Name of the method. */
  readonly method: string;
}

/** Where `@Migrate` writes. */
export const migrationMetadata = new ClassMetadata<Migration>('migration');

/** Decorator of a method that takes the state of an older version and sets the properties of today, or gives the next state. */
export type MigrateDecorator<L extends StateLayout> = <T extends (old: OldState<L>) => void>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

/**
 * Takes over messages that were sent by an older version of a persistent view.
 *
 * The layout is that of the old version, in the order of its declarations; it can be left out when names and kinds are
 * the same as today. A version without a migration is refused, and the user is told that the message is too old.
 *
 * The method sets the properties of today. Or it gives the state of the next version, which goes to the method for that
 * one, so that a method need not be written again when the state changes once more.
 *
 * @example
 * ```ts
 * @ViewOptions({ id: 'poll', timeoutMs: null, version: 2 })
 * class Poll extends View {
 *   @State.integer() votes = 0;
 *   @Migrate(1, { yes: 'integer', no: 'integer' })
 *   fromFirst(old: { yes: number; no: number }) { this.votes = old.yes + old.no; }
 * }
 * ```
 */
export function Migrate<const L extends StateLayout = Record<never, never>>(
  fromVersion: number,
  layout?: L,
): MigrateDecorator<L> {
  refuseBare('Migrate', [fromVersion, layout], 'Migrate(1)');
  return (target, key, descriptor) => {
    const owner = ownerOfMethod('Migrate', target, key, descriptor);
    migrationMetadata.add(owner, { fromVersion, layout, method: key });
  };
}
