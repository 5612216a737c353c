import type { SettingKeys } from '../errors/check-settings.js';
import { checkSettings } from '../errors/check-settings.js';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { OptionValueError } from '../errors/option-value-error.js';
import { ChannelType } from '../types/channel-type.js';
import { nearestName } from '../utils/nearest-name.js';
import { checkValue } from './check-value.js';
import { toChoices } from './choices.js';
import type { CompiledOption } from './compiled-option.js';
import type { OptionDescriptor } from './option-descriptor.js';
import type { OptionKind } from './option-kind.js';
import type {
  AttachmentOptionSettings,
  ChannelOptionSettings,
  CommonOptionSettings,
  CustomOptionSettings,
  ListOptionSettings,
  NumericOptionSettings,
  StringOptionSettings,
} from './option-settings.js';

const common: SettingKeys<CommonOptionSettings<boolean>> = {
  descriptionLocalizations: true,
  name: true,
  nameLocalizations: true,
  required: true,
  skippable: true,
};

const numeric: SettingKeys<NumericOptionSettings<boolean>> = {
  ...common,
  autocomplete: true,
  choices: true,
  maxValue: true,
  minValue: true,
};

const custom: SettingKeys<CustomOptionSettings<boolean>> = {
  ...common,
  autocomplete: true,
  maxLength: true,
  minLength: true,
  rest: true,
};

const attachment: SettingKeys<AttachmentOptionSettings<boolean>> = { ...common, fileTypes: true };
const channel: SettingKeys<ChannelOptionSettings<boolean, never>> = { ...common, types: true };
const list: SettingKeys<ListOptionSettings<boolean>> = { ...common, greedy: true };
const text: SettingKeys<StringOptionSettings<boolean>> = { ...custom, choices: true };

/** Settings of the kinds that take more than the common ones. */
const keysByKind: Partial<Record<OptionKind, Readonly<Record<string, true>>>> = {
  attachment,
  channel,
  choice: { ...common, choices: true },
  custom,
  duration: { ...common, maxValue: true, minValue: true },
  integer: numeric,
  list,
  number: numeric,
  string: text,
};

/**
 * Checks what an option was declared with, before the rules of class-validator are added to it: the compiler checks the
 * same, where there is one.
 *
 * @throws {InvalidDefinitionError} saying how to write it.
 */
export function checkDescriptor({ description, kind, settings }: OptionDescriptor, place: string): void {
  if (typeof description !== 'string') {
    throw new InvalidDefinitionError(
      `has no description; write Option.${kind}('What it is', …), the settings come after it`,
      place,
    );
  }
  if (typeof settings !== 'object' || settings === null) {
    throw new InvalidDefinitionError(`its settings are an object, not ${JSON.stringify(settings)}`, place);
  }
  checkSettings(settings, keysByKind[kind] ?? common, place);
  for (const type of settings.types ?? []) checkChannelType(type, place);
  checkChoicesDiffer(settings, place);
}

/** Checks that an initialiser is a value that a user could give. @throws {InvalidDefinitionError} */
export function checkDefault(option: CompiledOption): void {
  const { defaultValue, place } = option;
  if (defaultValue === undefined) return;
  try {
    checkValue(option, defaultValue);
  } catch (error) {
    if (!(error instanceof OptionValueError)) throw error;
    throw new InvalidDefinitionError(`its initialiser is no value for it: ${error.message}`, place);
  }
  if (option.descriptor.kind !== 'list' || Array.isArray(defaultValue)) return;
  throw new InvalidDefinitionError('its initialiser has to be an array, as [] is', place);
}

function checkChannelType(type: unknown, place: string): void {
  const names = Object.keys(ChannelType).filter((name) => Number.isNaN(Number(name)));
  if (typeof type === 'number' && Object.values(ChannelType).includes(type)) return;
  const wanted = String(type);
  const nearest = names.find((name) => name.toLowerCase() === `guild${wanted.toLowerCase()}`);
  throw new InvalidDefinitionError(
    `${JSON.stringify(type)} is no type of channel; write ChannelType.${nearest ?? nearestName(wanted, names) ?? 'GuildText'}`,
    place,
  );
}

function checkChoicesDiffer({ choices: source }: OptionDescriptor['settings'], place: string): void {
  if (source === undefined) return;
  const choices = toChoices(source);
  for (const property of ['name', 'value'] as const) {
    const all = choices.map((choice) => choice[property]);
    const twice = all.find((one, index) => all.indexOf(one) !== index);
    if (twice === undefined) continue;
    throw new InvalidDefinitionError(
      `two of its choices have the ${property} ${JSON.stringify(twice)}`,
      place,
    );
  }
}
