import type { APISelectMenuComponent, ChannelType } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { SelectChoice } from './select-choice.js';
import { toSelectOptions } from './select-choice.js';

/** Discord's numbers of the kinds of selects. */
export const SELECT_TYPES = { string: 3, user: 5, role: 6, mentionable: 7, channel: 8 } as const;

/** Kind of select. */
export type SelectKindName = keyof typeof SELECT_TYPES;

/** Something that is selected from the start, by its id; of a mentionable select also whether it is a user or a role. */
export type DefaultSelection =
  | Snowflake
  | { readonly id: Snowflake; readonly type: 'user' | 'role' | 'channel' };

/** Looks of a select, of any kind. */
export interface SelectLook {
  /** Text while nothing is selected, at most 150 characters. */
  readonly placeholder?: string;
  /** Fewest that must be selected, 0 to 25. @defaultValue 1 */
  readonly minValues?: number;
  /** Most that may be selected, 1 to 25. @defaultValue 1 */
  readonly maxValues?: number;
  /** Whether nothing can be chosen. @defaultValue false */
  readonly disabled?: boolean;
  /** Number of the component in its message; Discord counts them unless given. */
  readonly id?: number;
  /** Entries of a string select. */
  readonly options?: readonly SelectChoice[];
  /** Types of channels that a channel select offers. */
  readonly channelTypes?: readonly ChannelType[];
  /** Selected from the start; not for string selects, whose entries say it themselves. */
  readonly defaultValues?: readonly DefaultSelection[];
}

const MAX_PLACEHOLDER_LENGTH = 150;
const MAX_VALUES = 25;

/**
 * Select as Discord takes it.
 *
 * @throws {InvalidComponentError} when something in it is beyond Discord's limits.
 * @see https://docs.discord.com/developers/components/reference#string-select
 */
export function toSelectComponent(
  kind: SelectKindName,
  customId: string,
  look: SelectLook,
  place: string,
): APISelectMenuComponent {
  const { channelTypes, defaultValues, disabled, id, maxValues, minValues, options, placeholder } = look;
  checkCounts(look, place);
  checkDefaults(look, place);
  return {
    type: SELECT_TYPES[kind],
    custom_id: customId,
    ...(id === undefined ? {} : { id }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(minValues === undefined ? {} : { min_values: minValues }),
    ...(maxValues === undefined ? {} : { max_values: maxValues }),
    ...(disabled ? { disabled } : {}),
    ...(kind === 'string' ? { options: toSelectOptions(options ?? [], place) } : {}),
    ...(channelTypes ? { channel_types: [...channelTypes] } : {}),
    ...(defaultValues?.length
      ? { default_values: defaultValues.map((one) => toDefault(kind, one, place)) }
      : {}),
  } as APISelectMenuComponent;
}

function checkCounts(
  { maxValues = 1, minValues = 1, options, placeholder = '' }: SelectLook,
  place: string,
): void {
  if (placeholder.length > MAX_PLACEHOLDER_LENGTH) {
    throw new InvalidComponentError(
      `The placeholder of the select ${place} is longer than ${MAX_PLACEHOLDER_LENGTH} characters.`,
    );
  }
  const most = options?.length ? Math.min(MAX_VALUES, options.length) : MAX_VALUES;
  if (minValues >= 0 && minValues <= maxValues && maxValues >= 1 && maxValues <= most) return;
  throw new InvalidComponentError(
    `The select ${place} wants ${minValues} to ${maxValues} values; at most ${most} are possible, and no fewer than the least.`,
  );
}

/** What is selected from the start may be nothing, and otherwise as many as can be selected. */
function checkDefaults(
  { defaultValues, maxValues = 1, minValues = 1, options = [] }: SelectLook,
  place: string,
): void {
  const count =
    defaultValues?.length ?? options.filter((one) => typeof one !== 'string' && one.default).length;
  if (count <= maxValues && (count >= minValues || !defaultValues?.length)) return;
  throw new InvalidComponentError(
    `The select ${place} has ${count} values selected from the start, and ${minValues} to ${maxValues} can be selected.`,
  );
}

function toDefault(kind: SelectKindName, value: DefaultSelection, place: string): object {
  if (typeof value !== 'string') return value;
  if (kind === 'user' || kind === 'role' || kind === 'channel') return { id: value, type: kind };
  throw new InvalidComponentError(
    `The default value ${value} of the select ${place} has to say whether it is a user or a role: { id, type }.`,
  );
}
