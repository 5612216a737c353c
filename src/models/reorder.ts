import type { Snowflake } from '../types/type-tools.js';

/** Where something goes in an ordered list. */
export interface NewPosition {
  /** Role to put in its place. */
  readonly id: Snowflake;
  /** Place from below; 0 is the everyone role. */
  readonly position: number;
}

/**
 * Positions that change when one of an ordered list is taken right before or behind another.
 *
 * The places that are in use are used again, so that what stands beyond the two is left alone. Two at one place, which
 * Discord orders by their ids, are told apart.
 */
export function reorder(
  ordered: readonly NewPosition[],
  movedId: Snowflake,
  besideId: Snowflake,
  isBehind: boolean,
): NewPosition[] {
  const places: number[] = [];
  for (const { position } of ordered) places.push(Math.max(position, (places.at(-1) ?? -1) + 1));
  const ids = ordered.map(({ id }) => id).filter((id) => id !== movedId);
  ids.splice(ids.indexOf(besideId) + (isBehind ? 1 : 0), 0, movedId);
  const before = new Map(ordered.map(({ id, position }) => [id, position]));
  return ids
    .map((id, index) => ({ id, position: places[index]! }))
    .filter(({ id, position }) => before.get(id) !== position);
}
