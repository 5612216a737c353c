import { InvalidComponentError } from '../../errors/invalid-component-error.js';

/** Anything that a layout is made of: a class of this room, plain JSON as Discord takes it, or a part of a view. */
export type LayoutPart = object;

/** What every component may have. */
export interface ComponentOptions {
  /** Number of the component in its message, from 1; Discord counts them unless given. */
  readonly id?: number;
}

/** Plain JSON of a part. */
export function toPlain(part: LayoutPart): object {
  return 'toJSON' in part && typeof part.toJSON === 'function' ? (part.toJSON() as object) : part;
}

/** Leaves out what is not set. */
export function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== false),
  );
}

/** Refuses a count or a length that Discord would refuse. */
export function checkRange(what: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return;
  throw new InvalidComponentError(`${what}: ${count}, and Discord takes ${least} to ${most}.`);
}

/** Refuses children that cannot stand there. */
export function checkTypes(what: string, children: readonly object[], types: ReadonlySet<number>): void {
  for (const { type } of children as readonly { readonly type: number }[]) {
    if (types.has(type)) continue;
    throw new InvalidComponentError(
      `${what} cannot have a component of type ${type} in it; it takes the types ${[...types].join(', ')}.`,
    );
  }
}
