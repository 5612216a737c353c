import { checkOption } from '../../schema/check-option.js';
import { toChoices } from '../../schema/choices.js';
import type { CompiledOption, OptionSchema } from '../../schema/compiled-option.js';
import type { OptionSettings } from '../../schema/option-settings.js';
import type { CommandTranslations } from './command-texts.js';

/** Options of a command with the texts of other languages put in; they are checked once more. */
export function localizeOptions(
  schema: OptionSchema,
  qualifiedName: string,
  translations: CommandTranslations,
): OptionSchema {
  const options = schema.options.map((option) => localize(option, qualifiedName, translations));
  return { ...schema, options };
}

function localize(
  option: CompiledOption,
  qualifiedName: string,
  translations: CommandTranslations,
): CompiledOption {
  const { settings } = option.descriptor;
  const localized: OptionSettings = {
    ...settings,
    ...translations.option(qualifiedName, option.name, settings),
    ...choicesOf(option, qualifiedName, translations),
  };
  const made = { ...option, descriptor: { ...option.descriptor, settings: localized } };
  checkOption(made);
  return made;
}

function choicesOf(
  { descriptor, name: option }: CompiledOption,
  qualifiedName: string,
  translations: CommandTranslations,
): Pick<OptionSettings, 'choices'> {
  const { choices } = descriptor.settings;
  if (choices === undefined) return {};
  const localized = toChoices(choices).map((choice) => {
    const names = translations.choice(qualifiedName, option, choice.name);
    return names ? { ...choice, nameLocalizations: { ...names, ...choice.nameLocalizations } } : choice;
  });
  return { choices: localized };
}
