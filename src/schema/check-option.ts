import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { checkDescription, checkLocalizations, checkName } from './check-name.js';
import { choiceOptionType, MAX_CHOICES, toChoices } from './choices.js';
import type { CompiledOption } from './compiled-option.js';

/** Most options that one command takes. */
export const MAX_OPTIONS = 25;

/** Longest text that an option takes. */
const MAX_STRING_LENGTH = 6000;

/** Largest magnitude of integers and numbers. */
const MAX_NUMBER = 2 ** 53;

/**
 * Checks one option against Discord's limits.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 * @throws {InvalidDefinitionError}
 */
export function checkOption(option: CompiledOption): void {
  const { place } = option;
  const { settings, description } = option.descriptor;
  checkName(option.name, place);
  checkDescription(description, place);
  checkLocalizations(settings.nameLocalizations, (text) => checkName(text, place));
  checkLocalizations(settings.descriptionLocalizations, (text) => checkDescription(text, place));
  checkRange(settings.minLength, settings.maxLength, 'length', 0, MAX_STRING_LENGTH, place);
  checkRange(settings.minValue, settings.maxValue, 'value', -MAX_NUMBER, MAX_NUMBER, place);
  checkChoices(option);
}

function checkRange(
  min: number | undefined,
  max: number | undefined,
  what: string,
  lowest: number,
  highest: number,
  place: string,
): void {
  for (const bound of [min, max]) {
    if (bound !== undefined && !(bound >= lowest && bound <= highest)) {
      throw new InvalidDefinitionError(`${what} limit ${bound} is outside ${lowest} to ${highest}`, place);
    }
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw new InvalidDefinitionError(`the smallest ${what} ${min} is above the largest, ${max}`, place);
  }
}

function checkChoices({ descriptor, defaultValue, place }: CompiledOption): void {
  const { choices: source, autocomplete } = descriptor.settings;
  if (source === undefined) return;
  if (autocomplete !== undefined) {
    throw new InvalidDefinitionError('has choices and autocomplete; Discord takes one of them', place);
  }
  const choices = toChoices(source);
  if (choices.length === 0) throw new InvalidDefinitionError('has an empty list of choices', place);
  if (choiceOptionType(choices) === undefined) {
    throw new InvalidDefinitionError(
      'mixes texts and numbers in its choices; Discord takes one of them',
      place,
    );
  }
  if (descriptor.kind !== 'choice' && choices.length > MAX_CHOICES) {
    throw new InvalidDefinitionError(`has ${choices.length} choices; Discord takes ${MAX_CHOICES}`, place);
  }
  for (const { name, value } of choices) {
    if (name.length < 1 || name.length > 100 || String(value).length > 100) {
      throw new InvalidDefinitionError(`choice "${name}" has not 1 to 100 characters`, place);
    }
  }
  if (defaultValue !== undefined && !choices.some(({ value }) => value === defaultValue)) {
    throw new InvalidDefinitionError(`its default ${String(defaultValue)} is not one of its choices`, place);
  }
}
