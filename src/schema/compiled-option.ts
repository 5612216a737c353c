import type { OptionDescriptor } from './option-descriptor.js';

/** Class whose properties are options; constructed without arguments and without side effects. */
export type OptionsClass<O extends object = object> = new () => O;

/** One option after registration. */
export interface CompiledOption {
  readonly property: string;
  readonly name: string;
  readonly isRequired: boolean;
  /** Value of the initialiser, for showing in help; `undefined` when there is none. */
  readonly defaultValue: unknown;
  readonly descriptor: OptionDescriptor;
  /** Class and property, for messages. */
  readonly place: string;
}

/** Options of a handler after registration: read once, checked once. */
export interface OptionSchema {
  /** As declared. */
  readonly options: readonly CompiledOption[];
  readonly optionsClass: OptionsClass | undefined;
  /** Object with its defaults, to be filled with what the user gave. */
  create(): Record<string, unknown>;
}
