/** What Node calls to print an object, and how it prints what is inside. */
export const inspectCustom: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** Prints a value with the options of the print that is going on. */
export type Inspect = (value: unknown, options: object) => string;

/** An object printed as its class and what there is to know of it; what it reaches through others is not part of it. */
export function inspectAs(target: object, facts: unknown, options: object, inspect: Inspect): string {
  return `${target.constructor.name} ${inspect(facts, options)}`;
}
