import { InvalidComponentError } from '../../errors/invalid-component-error.js';

/** Anything that a layout is made of: a class of this room, plain JSON as Discord takes it, or a part of a view. */
export type LayoutPart = object;

/** What every component may have. */
export interface ComponentOptions {
  /** Number of the component in its message, from 1; Discord counts them unless given. */
  readonly id?: number;
}

/** Plain JSON of a part. @throws {InvalidComponentError} when it is no component. */
export function toPlain(part: LayoutPart): object {
  const plain = toJson(part);
  if (typeof (plain as { readonly type?: unknown } | undefined)?.type === 'number') return plain as object;
  const what = part === undefined || part === null ? String(part) : (part.constructor?.name ?? typeof part);
  throw new InvalidComponentError(
    `${what} is no part of a layout. Give a text, a Container, Section, … or Discord's JSON of a component; an embed or a ` +
      'view stands beside a layout, not in it.',
  );
}

/** Plain JSON of anything that may turn into it. */
export function toJson(value: object): unknown {
  return typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    typeof value.toJSON === 'function'
    ? (value.toJSON() as unknown)
    : value;
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
