import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ItemValue } from './item-value.js';
import type { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import { writeItemName } from './view-custom-id.js';
import type { ViewItem } from './view-item.js';

const VALUE_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

/** One place of an item in a message: with `each` there are several, told apart by their value. */
export interface Appearance {
  readonly item: ViewItem;
  readonly value: ItemValue | undefined;
  /** Name in custom ids. */
  readonly name: string;
}

/**
 * Everything that a view shows at this moment.
 *
 * @throws {InvalidComponentError} when `each` gives a value twice.
 */
export function appearancesOf({ items, name: viewName }: ViewBlueprint, view: View): readonly Appearance[] {
  const all = [...items.values()].flatMap((item) => appearancesOfItem(item, view));
  const names = new Set<string>();
  for (const { item, name, value } of all) {
    if (names.has(name)) {
      throw new InvalidComponentError(
        `${viewName}.${item.method} has the value ${JSON.stringify(value)} twice.`,
      );
    }
    names.add(name);
  }
  return all;
}

/** Appearance by its name in a custom id; `undefined` when the view does not show it any more. */
export function findAppearance({ items }: ViewBlueprint, view: View, name: string): Appearance | undefined {
  const single = items.get(name);
  if (single && !single.each) return { item: single, value: undefined, name };
  const item = items.get(name.split('/', 1)[0]!);
  return item && appearancesOfItem(item, view).find((one) => one.name === name);
}

function appearancesOfItem(item: ViewItem, view: View): Appearance[] {
  if (!item.each) return [{ item, value: undefined, name: item.key }];
  const values: unknown = item.each(view as never);
  if (typeof values !== 'object' || values === null || !(Symbol.iterator in values)) {
    throw new InvalidComponentError(
      `${placeOf(item, view)}: \`each\` gave ${String(values)}, and not a list of values.`,
    );
  }
  return Array.from(values as Iterable<ItemValue>, (value) => {
    if (!VALUE_TYPES.has(typeof value)) {
      throw new InvalidComponentError(
        `${placeOf(item, view)}: \`each\` gave ${value === null ? 'null' : `a value of type ${typeof value}`}; texts, numbers and ` +
          'booleans find their way through a custom id, such as the ids of objects.',
      );
    }
    return { item, value, name: writeItemName(item.key, value) };
  });
}

function placeOf({ method }: ViewItem, view: View): string {
  return `${view.constructor.name}.${method}`;
}
