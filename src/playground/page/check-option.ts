import type { ValueView } from '../page-message.js';
import type { CommandOptionView } from '../world-view.js';

/** What is wrong with the value of an option, as Discord's client would say it; `undefined` when nothing is. */
export function checkOption(option: CommandOptionView, value: ValueView | undefined): string | undefined {
  if (value === undefined || value === '') return option.required ? 'This option is required.' : undefined;
  if (option.type === 3) return checkLength(option, String(value));
  if (option.type === 4 || option.type === 10) return checkNumber(option, value);
  return undefined;
}

function checkLength(
  { min_length: min = 0, max_length: max = 6000 }: CommandOptionView,
  text: string,
): string | undefined {
  if (text.length < min) return `Give at least ${min} characters.`;
  return text.length > max ? `Give at most ${max} characters.` : undefined;
}

function checkNumber(option: CommandOptionView, value: ValueView): string | undefined {
  const { type, min_value: min, max_value: max, choices, autocomplete } = option;
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (!isNumber) return choices || autocomplete ? 'Choose one of the entries.' : 'Give a number.';
  if (type === 4 && !Number.isInteger(value)) return 'Give a whole number.';
  if (min !== undefined && value < min) return `Give at least ${min}.`;
  return max !== undefined && value > max ? `Give at most ${max}.` : undefined;
}
