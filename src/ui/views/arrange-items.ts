import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';

const ROW_WIDTH = 5;
const MAX_ROWS = 5;
const TYPE_ACTION_ROW = 1;
const TYPE_BUTTON = 2;

/** Component with the row it asks for. */
export interface PlacedComponent {
  readonly component: APIComponentInMessageActionRow;
  readonly row: number | undefined;
  readonly method: string;
}

/**
 * Puts components into action rows: five buttons or one select to a row, five rows to a message.
 *
 * @throws {InvalidDefinitionError} naming the one that finds no room.
 */
export function arrangeItems(
  placed: readonly PlacedComponent[],
  viewName: string,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const rows: APIComponentInMessageActionRow[][] = Array.from({ length: MAX_ROWS }, () => []);
  const pinned = placed.filter(({ row }) => row !== undefined);
  const free = placed.filter(({ row }) => row === undefined);
  for (const item of pinned) put(rows, item, [item.row!], viewName);
  let first = 0;
  for (const item of free) first = put(rows, item, rangeFrom(first), viewName);
  return rows
    .filter((components) => components.length > 0)
    .map((components) => ({ type: TYPE_ACTION_ROW, components }));
}

/** Adds to the first row with room, and gives that row, so that later ones never stand before it. */
function put(
  rows: APIComponentInMessageActionRow[][],
  { component, method }: PlacedComponent,
  candidates: readonly number[],
  viewName: string,
): number {
  const index = candidates.find((row) => rows[row] && used(rows[row]) + width(component) <= ROW_WIDTH);
  if (index === undefined) {
    throw new InvalidDefinitionError(
      'finds no room: a message has five rows (0–4) of five buttons or one select each. Leave `row` away, or show less.',
      `${viewName}.${method}`,
    );
  }
  rows[index]!.push(component);
  return index;
}

function used(row: readonly APIComponentInMessageActionRow[]): number {
  return row.reduce((sum, component) => sum + width(component), 0);
}

function width(component: APIComponentInMessageActionRow): number {
  return component.type === TYPE_BUTTON ? 1 : ROW_WIDTH;
}

function rangeFrom(first: number): number[] {
  return Array.from({ length: MAX_ROWS - first }, (_, index) => first + index);
}
