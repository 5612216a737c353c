/** What Node calls to print an object, and how it prints what is inside. */
export const inspectCustom: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** Prints a value with the options of the print that is going on. */
export type Inspect = (value: unknown, options: object) => string;

/** A model printed as its class and its record; what it reaches through the bot is not part of it. */
export function inspectModel(model: object, record: unknown, options: object, inspect: Inspect): string {
  return `${model.constructor.name} ${inspect(record, options)}`;
}
