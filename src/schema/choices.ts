import { ApplicationCommandOptionType } from '../types/application-command-option-type.js';
import type { Localizations } from './localizations.js';

/** What a choice stands for. */
export type ChoiceValue = string | number;

/** One choice with a text of its own. */
export interface Choice<V extends ChoiceValue = ChoiceValue> {
  /** What the user sees, 1 to 100 characters. */
  readonly name: string;
  /** What the handler gets. */
  readonly value: V;
  /** Names in other languages, by locale. */
  readonly nameLocalizations?: Localizations;
}

/** Choices as they may be written: values, values with texts, or an enum. */
export type ChoiceSource<V extends ChoiceValue = ChoiceValue> =
  | ReadonlyArray<V | Choice<V>>
  | Readonly<Record<string, V>>;

/** Most choices that Discord takes; a longer list is offered by autocomplete. */
export const MAX_CHOICES = 25;

/** Choices in one shape, in the order written. */
export function toChoices<V extends ChoiceValue>(source: ChoiceSource<V>): readonly Choice<V>[] {
  if (!Array.isArray(source)) return enumChoices(source as Readonly<Record<string, V>>);
  return (source as ReadonlyArray<V | Choice<V>>).map((entry) =>
    typeof entry === 'object' ? entry : { name: String(entry), value: entry },
  );
}

/** Discord's option type for values that are all of one sort; `undefined` when they are mixed. */
export function choiceOptionType(choices: readonly Choice[]): ApplicationCommandOptionType | undefined {
  const values = choices.map(({ value }) => value);
  if (values.every((value) => typeof value === 'string')) return ApplicationCommandOptionType.String;
  if (!values.every((value) => typeof value === 'number')) return undefined;
  return values.every(Number.isInteger)
    ? ApplicationCommandOptionType.Integer
    : ApplicationCommandOptionType.Number;
}

/** Leaves out the entries by which numeric enums lead from value back to name. */
function enumChoices<V extends ChoiceValue>(source: Readonly<Record<string, V>>): Choice<V>[] {
  return Object.entries(source)
    .filter(([name]) => !/^-?\d+(\.\d+)?$/.test(name))
    .map(([name, value]) => ({ name, value }));
}
