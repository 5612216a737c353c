import { OptionValueError } from '../errors/option-value-error.js';
import { toChoices } from './choices.js';
import type { CompiledOption } from './compiled-option.js';
import type { OptionKind } from './option-kind.js';

/**
 * Checks a received value against the option's limits once more: Discord's clients check them, other senders may not.
 *
 * @throws {OptionValueError} with a sentence for the user.
 */
export function checkValue(option: CompiledOption, value: unknown): void {
  const expected = EXPECTED[option.descriptor.kind];
  if (expected && !expected.accepts(value)) throw refuse(option, value, `takes ${expected.words}`);
  if (typeof value === 'number') checkNumber(option, value);
  if (typeof value === 'string') checkText(option, value);
  checkChoice(option, value);
}

const isInteger = (value: unknown): boolean => Number.isSafeInteger(value);
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const EXPECTED: Partial<Record<OptionKind, { readonly words: string; accepts(value: unknown): boolean }>> = {
  boolean: { words: 'true or false', accepts: (value) => typeof value === 'boolean' },
  duration: { words: 'a length of time such as 90s, 15m or 1h30m', accepts: isNumber },
  integer: { words: 'a whole number', accepts: isInteger },
  number: { words: 'a number', accepts: isNumber },
  string: { words: 'text', accepts: (value) => typeof value === 'string' },
};

function checkNumber(option: CompiledOption, value: number): void {
  const { minValue, maxValue } = option.descriptor.settings;
  if (minValue !== undefined && value < minValue) throw refuse(option, value, `takes at least ${minValue}`);
  if (maxValue !== undefined && value > maxValue) throw refuse(option, value, `takes at most ${maxValue}`);
}

function checkText(option: CompiledOption, value: string): void {
  const { minLength, maxLength } = option.descriptor.settings;
  const length = [...value].length;
  if (minLength !== undefined && length < minLength) {
    throw refuse(option, value, `takes at least ${minLength} characters`);
  }
  if (maxLength !== undefined && length > maxLength) {
    throw refuse(option, value, `takes at most ${maxLength} characters`);
  }
}

function checkChoice(option: CompiledOption, value: unknown): void {
  const { choices: source } = option.descriptor.settings;
  if (source === undefined) return;
  const choices = toChoices(source);
  if (choices.some((choice) => choice.value === value)) return;
  throw refuse(option, value, `takes one of ${choices.map(({ name }) => name).join(', ')}`);
}

function refuse(option: CompiledOption, value: unknown, what: string): OptionValueError {
  const shown = String(value);
  const given = shown.length > 100 ? `${shown.slice(0, 97)}...` : shown;
  return new OptionValueError(`\`${option.name}\` ${what}, not "${given}".`, option.name, value);
}
