import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { ResolvedData } from '../interactions/resolved-data.js';
import type { ComponentRecord } from '../world/message-record.js';
import type { OptionValue } from './option-values.js';

/** Option types whose rules the menus of users, roles, mentionables and channels share. */
const LIKE_OPTION: Readonly<Record<number, number>> = { 5: 6, 6: 8, 7: 9, 8: 7 };

/** Values that a menu sends for what was chosen. */
export function chooseValues(
  menu: ComponentRecord,
  chosen: readonly OptionValue[],
  resolved: ResolvedData,
): string[] {
  const name = menu.placeholder ?? menu.custom_id ?? '';
  const { min_values: min = 1, max_values: max = 1 } = menu;
  if (chosen.length < min || chosen.length > max) {
    throw new InvalidInvocationError(
      `The menu "${name}" takes ${min} to ${max} values, not ${chosen.length}.`,
    );
  }
  if (menu.options) return chosen.map((value) => chooseOption(menu, name, value));
  return chosen.map((value) => {
    const id = typeof value === 'string' ? value : (value as { id?: string }).id;
    const channelTypes = menu['channel_types'] as number[] | undefined;
    const kind = {
      type: LIKE_OPTION[menu.type] ?? 0,
      ...(channelTypes ? { channel_types: channelTypes } : {}),
    };
    if (id === undefined || !resolved.add(kind, id)) {
      throw new InvalidInvocationError(`The menu "${name}" does not offer ${JSON.stringify(value)}.`);
    }
    return id;
  });
}

function chooseOption({ options = [] }: ComponentRecord, name: string, value: OptionValue): string {
  const option = options.find((candidate) => candidate.value === value || candidate.label === value);
  if (option) return option.value;
  const labels = options.map(({ label }) => `"${label}"`);
  throw new InvalidInvocationError(`The menu "${name}" has no option ${JSON.stringify(value)}.`, labels);
}
