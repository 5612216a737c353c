import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from '../types/application-command-option-type.js';
import { choiceOptionType, MAX_CHOICES, toChoices } from './choices.js';
import type { CompiledOption, OptionSchema } from './compiled-option.js';
import { OPTION_TYPES } from './option-kind.js';

/** Discord's type of an option. */
export function optionType({ descriptor }: CompiledOption): ApplicationCommandOptionType {
  if (descriptor.kind !== 'choice') return OPTION_TYPES[descriptor.kind];
  return (
    choiceOptionType(toChoices(descriptor.settings.choices ?? [])) ?? ApplicationCommandOptionType.String
  );
}

/** Options as Discord takes them: required ones first, otherwise as declared. */
export function toWireOptions(schema: OptionSchema): APIApplicationCommandBasicOption[] {
  const required = schema.options.filter(({ isRequired }) => isRequired);
  const optional = schema.options.filter(({ isRequired }) => !isRequired);
  return [...required, ...optional].map(toWireOption);
}

/** Whether the option is answered by autocomplete. */
export function isAutocompleted({ descriptor }: CompiledOption): boolean {
  if (descriptor.settings.autocomplete !== undefined) return true;
  return descriptor.kind === 'choice' && toChoices(descriptor.settings.choices ?? []).length > MAX_CHOICES;
}

function toWireOption(option: CompiledOption): APIApplicationCommandBasicOption {
  const { settings, description } = option.descriptor;
  return {
    type: optionType(option),
    name: option.name,
    description,
    ...(settings.nameLocalizations ? { name_localizations: settings.nameLocalizations } : {}),
    ...(settings.descriptionLocalizations
      ? { description_localizations: settings.descriptionLocalizations }
      : {}),
    ...(option.isRequired ? { required: true } : {}),
    ...wireLimits(option),
    ...wireChoices(option),
  } as APIApplicationCommandBasicOption;
}

function wireLimits({ descriptor: { kind, settings } }: CompiledOption): object {
  const limits: Record<string, unknown> = {};
  if (kind === 'integer' || kind === 'number') {
    if (settings.minValue !== undefined) limits['min_value'] = settings.minValue;
    if (settings.maxValue !== undefined) limits['max_value'] = settings.maxValue;
  }
  if (kind === 'string' || kind === 'custom') {
    if (settings.minLength !== undefined) limits['min_length'] = settings.minLength;
    if (settings.maxLength !== undefined) limits['max_length'] = settings.maxLength;
  }
  if (settings.types?.length) limits['channel_types'] = settings.types;
  if (settings.fileTypes?.length) limits['file_types'] = settings.fileTypes;
  return limits;
}

function wireChoices(option: CompiledOption): object {
  if (isAutocompleted(option)) return { autocomplete: true };
  const source = option.descriptor.settings.choices;
  return source === undefined ? {} : { choices: toChoices(source).map(toWireChoice) };
}

function toWireChoice({ name, value, nameLocalizations }: ReturnType<typeof toChoices>[number]): object {
  return {
    name,
    value,
    ...(nameLocalizations ? { name_localizations: nameLocalizations } : {}),
  } satisfies APIApplicationCommandOptionChoice;
}
