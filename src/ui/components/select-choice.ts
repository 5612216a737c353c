import type { APISelectMenuOption } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ComponentEmoji } from './button-style.js';
import { toComponentEmoji } from './button-style.js';

/** One entry of a string select: its value alone, or with a label and more. */
export type SelectChoice<Value extends string = string> =
  | Value
  | {
      /** What the handler gets, at most 100 characters. */
      readonly value: Value;
      /** At most 100 characters; the value itself unless given. */
      readonly label?: string;
      /** Line under the label, at most 100 characters. */
      readonly description?: string;
      /** Emoji before the label. */
      readonly emoji?: ComponentEmoji;
      /** Whether it is selected from the start. */
      readonly default?: boolean;
    };

/** Value of an entry. */
export type SelectChoiceValue<Choice> = Choice extends { readonly value: infer Value } ? Value : Choice;

const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/**
 * Entries as Discord takes them.
 *
 * @throws {InvalidComponentError} when there are none or more than 25, or one is too long or there twice.
 */
export function toSelectOptions(choices: readonly SelectChoice[], place: string): APISelectMenuOption[] {
  const options = choices.map((choice) => toOption(typeof choice === 'string' ? { value: choice } : choice));
  if (options.length === 0 || options.length > MAX_CHOICES) {
    throw new InvalidComponentError(
      `The select ${place} has ${options.length} options; Discord takes 1 to ${MAX_CHOICES}.`,
    );
  }
  const values = options.map(({ value }) => value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined)
    throw new InvalidComponentError(`The select ${place} has the value "${twice}" twice.`);
  for (const option of options) checkOption(option, place);
  return options;
}

function toOption({ emoji, label, value, ...rest }: Exclude<SelectChoice, string>): APISelectMenuOption {
  return {
    ...rest,
    value,
    label: label ?? value,
    ...(emoji === undefined ? {} : { emoji: toComponentEmoji(emoji) }),
  };
}

function checkOption({ description = '-', label, value }: APISelectMenuOption, place: string): void {
  for (const [name, text] of Object.entries({ label, value, description })) {
    if (text.length >= 1 && text.length <= MAX_LENGTH) continue;
    throw new InvalidComponentError(
      `The ${name} "${text}" of the select ${place} is ${text.length} characters long; Discord takes 1 to ${MAX_LENGTH}.`,
    );
  }
}
