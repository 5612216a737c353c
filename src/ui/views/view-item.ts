import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { HandlerKind } from '../../pipeline/handler.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { ComponentContext } from '../components/component-context.js';
import type { ComponentInteraction } from '../components/component-interaction.js';
import type { ItemValue } from './item-value.js';
import type { View } from './view.js';

/** One interactive component of a view: what its decorator knows. */
export interface ViewItem {
  /** Name in custom ids; the method's name unless given. */
  readonly key: string;
  readonly method: string;
  readonly kind: HandlerKind & ('button' | 'select');
  /** Action row to stand in, 0–4; the first with room unless given. */
  readonly row: number | undefined;
  /** Values for each of which the item appears once; without it, it appears once. */
  readonly each: ((view: never) => Iterable<ItemValue>) | undefined;
  /** How it looks at this moment; `undefined` leaves it out. */
  render(
    view: View,
    customId: string,
    value: ItemValue | undefined,
  ): APIComponentInMessageActionRow | undefined;
  /** Context that the handler gets. */
  makeContext(interaction: ComponentInteraction): ComponentContext;
  /** Arguments after the context. */
  argumentsOf(ctx: ComponentContext): readonly unknown[];
}

/** Settings that every item of a view has. */
export interface ItemSettings {
  readonly id?: string;
  readonly row?: number;
  readonly each?: (view: never) => Iterable<ItemValue>;
}

const MAX_ROW = 4;

/** Where `@Button` and `@Select` on a method of a view write. */
export const viewItemMetadata = new ClassMetadata<ViewItem>('view-item');

/** Value of an option of an item for this view. */
export function ofView<T>(
  view: View,
  option: T | ((view: never, value: never) => T),
  value: ItemValue | undefined,
): T {
  return typeof option === 'function'
    ? (option as (view: View, value: ItemValue | undefined) => T)(view, value)
    : option;
}

/**
 * What an item has of its settings.
 *
 * @throws {InvalidDefinitionError} when its id would not survive in a custom id, or there is no such row.
 */
export function itemPlace(
  { each, id, row }: ItemSettings,
  method: string,
  place: string,
): Pick<ViewItem, 'each' | 'key' | 'method' | 'row'> {
  const key = id ?? method;
  if (!/^[\w$-]{1,32}$/.test(key)) {
    throw new InvalidDefinitionError(
      `the id of a button or select is 1 to 32 letters, digits, "-", "_" and "$", and this one is "${key}".`,
      place,
    );
  }
  if (row !== undefined && !(Number.isInteger(row) && row >= 0 && row <= MAX_ROW)) {
    throw new InvalidDefinitionError(
      `there is no row ${row}; a message has the rows 0 to ${MAX_ROW}.`,
      place,
    );
  }
  return { each, key, method, row };
}
