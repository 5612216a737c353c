/** Application commands. @see https://docs.discord.com/developers/interactions/application-commands */
import { ApplicationCommandOptionType as O, ApplicationCommandType as T } from 'discord-api-types/v10';
import type { CommandOptionRecord } from '../../world/command-record.js';
import type { Form } from '../form.js';

/** Names of slash commands and options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const NESTING: readonly number[] = [O.Subcommand, O.SubcommandGroup];
const WITH_CHOICES: readonly number[] = [O.String, O.Integer, O.Number];
const MAX_COMMAND_TEXT = 8000;
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** Checked body of a command; keys that were not sent are absent. */
export interface CommandInput {
  type: number;
  name: string;
  description: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: CommandOptionRecord[];
  default_member_permissions?: string | null;
  dm_permission?: boolean;
  nsfw?: boolean;
  integration_types?: number[];
  contexts?: number[] | null;
  handler?: number;
}

/** Reads a whole command, or with `current` the changes to one. Call `form.check()` afterwards. */
export function readCommand(
  form: Form,
  current?: { readonly type: number; name: string; description: string },
): CommandInput {
  const type = current?.type ?? form.integer('type', { oneOf: [1, 2, 3, 4] }) ?? T.ChatInput;
  const isSlash = type === T.ChatInput;
  const name = current && !form.has('name') ? current.name : readName(form, isSlash);
  const description = readDescription(form, type, current?.description);
  if (!isSlash && form.list('options')?.length) {
    form.fail('options', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only chat input commands have options');
  }
  const options = isSlash ? readOptions(form, 0) : undefined;
  const input = {
    type,
    name: name ?? '',
    description,
    name_localizations: readLocalizations(form, 'name_localizations', 32, isSlash),
    description_localizations: readLocalizations(form, 'description_localizations', 100, false),
    options,
    default_member_permissions: form.isNull('default_member_permissions')
      ? null
      : form.bits('default_member_permissions'),
    dm_permission: form.boolean('dm_permission'),
    nsfw: form.boolean('nsfw'),
    integration_types: form.integers('integration_types', { min: 1, oneOf: [0, 1] }),
    contexts: form.isNull('contexts') ? null : form.integers('contexts', { min: 1, oneOf: [0, 1, 2] }),
    handler: type === T.PrimaryEntryPoint ? form.integer('handler', { oneOf: [1, 2] }) : undefined,
  };
  if (textLength(input) > MAX_COMMAND_TEXT) {
    form.fail(undefined, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as CommandInput;
}

function readName(form: Form, isSlash: boolean): string | undefined {
  const name = form.string('name', { required: true, min: 1, max: 32 });
  if (name !== undefined && isSlash) checkName(form, 'name', name);
  return name;
}

function checkName(form: Form, key: string, name: string): void {
  if (!NAME.test(name) || name !== name.toLowerCase()) {
    form.fail(key, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function readDescription(form: Form, type: number, current: string | undefined): string {
  if (current !== undefined && !form.has('description')) return current;
  if (type === T.ChatInput) return form.string('description', { required: true, min: 1, max: 100 }) ?? '';
  if (type === T.PrimaryEntryPoint) return form.string('description', { max: 100 }) ?? '';
  if (form.string('description'))
    form.fail(
      'description',
      'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have description',
    );
  return '';
}

function readLocalizations(
  form: Form,
  key: string,
  max: number,
  isName: boolean,
): Record<string, string> | null | undefined {
  if (form.isNull(key)) return null;
  const inner = form.object(key);
  if (!inner) return undefined;
  const read: Record<string, string> = {};
  for (const locale of Object.keys(form.raw(key) as object)) {
    if (!LOCALES.has(locale))
      inner.fail(locale, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`);
    const text = inner.string(locale, { min: 1, max });
    if (text === undefined) continue;
    if (isName) checkName(inner, locale, text);
    read[locale] = text;
  }
  return read;
}

function readOptions(form: Form, depth: number): CommandOptionRecord[] | undefined {
  const forms = form.list('options', { max: 25 });
  const options = forms?.map((item) => readOption(item, depth));
  const names = new Set<string>();
  let hasOptional = false;
  options?.forEach((option, index) => {
    if (names.has(option.name)) {
      forms?.[index]?.fail(
        'name',
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    }
    names.add(option.name);
    if (option.required && hasOptional) {
      forms?.[index]?.fail(
        'required',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (!NESTING.includes(option.type) && !option.required) hasOptional = true;
  });
  const nested = options?.filter((option) => NESTING.includes(option.type)).length ?? 0;
  if (nested > 0 && nested !== options?.length) {
    form.fail(
      'options',
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
  return options;
}

function readOption(form: Form, depth: number): CommandOptionRecord {
  const type =
    form.integer('type', { required: true, oneOf: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }) ?? O.String;
  const name = form.string('name', { required: true, min: 1, max: 32 }) ?? '';
  if (name !== '') checkName(form, 'name', name);
  if ((type === O.SubcommandGroup && depth > 0) || (type === O.Subcommand && depth > 1)) {
    form.fail('type', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested that deep');
  }
  const isNested = NESTING.includes(type);
  const option = {
    type,
    name,
    description: form.string('description', { required: true, min: 1, max: 100 }) ?? '',
    name_localizations: readLocalizations(form, 'name_localizations', 32, true),
    description_localizations: readLocalizations(form, 'description_localizations', 100, false),
    required: isNested ? undefined : form.boolean('required'),
    options: isNested ? readOptions(form, type === O.SubcommandGroup ? 1 : 2) : undefined,
    channel_types: form.integers('channel_types'),
    ...readValueRules(form, type),
    file_types: type === O.Attachment ? form.strings('file_types', { max: 10 }) : undefined,
  };
  return Object.fromEntries(
    Object.entries(option).filter(([, value]) => value !== undefined),
  ) as unknown as CommandOptionRecord;
}

function readValueRules(form: Form, type: number): Partial<CommandOptionRecord> {
  const autocomplete = form.boolean('autocomplete');
  const choices = readChoices(form, type);
  if (autocomplete && choices?.length) {
    form.fail(
      undefined,
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Autocomplete and choices are mutually exclusive',
    );
  }
  if ((autocomplete || choices?.length) && !WITH_CHOICES.includes(type)) {
    form.fail(
      'type',
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Choices and autocomplete go with string, integer and number options only',
    );
  }
  const isNumeric = type === O.Integer || type === O.Number;
  const rules = {
    autocomplete,
    choices,
    min_value: isNumeric ? form.number('min_value') : undefined,
    max_value: isNumeric ? form.number('max_value') : undefined,
    min_length: type === O.String ? form.integer('min_length', { min: 0, max: 6000 }) : undefined,
    max_length: type === O.String ? form.integer('max_length', { min: 1, max: 6000 }) : undefined,
  };
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}

function readChoices(form: Form, type: number): CommandOptionRecord['choices'] | undefined {
  const names = new Set<string>();
  return form.list('choices', { max: 25 })?.map((choice) => {
    const name = choice.string('name', { required: true, min: 1, max: 100 }) ?? '';
    if (names.has(name))
      choice.fail(
        'name',
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      );
    names.add(name);
    const value =
      type === O.String
        ? choice.string('value', { required: true, max: 100 })
        : type === O.Integer
          ? choice.integer('value', { required: true })
          : choice.number('value', { required: true });
    const localizations = readLocalizations(choice, 'name_localizations', 100, false);
    return {
      name,
      value: value ?? '',
      ...(localizations === undefined ? {} : { name_localizations: localizations }),
    };
  });
}

function textLength(command: {
  readonly name: string;
  readonly description: string;
  readonly options?: CommandOptionRecord[] | undefined;
  readonly choices?: CommandOptionRecord['choices'];
}): number {
  const choices = (command.choices ?? []).reduce(
    (sum, { name, value }) => sum + name.length + String(value).length,
    0,
  );
  const options = (command.options ?? []).reduce((sum, option) => sum + textLength(option), 0);
  return command.name.length + command.description.length + choices + options;
}
