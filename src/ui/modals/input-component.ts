import type { APIModalComponent } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { SelectChoice } from '../components/select-choice.js';
import { toSelectOptions } from '../components/select-choice.js';
import { SELECT_TYPES } from '../components/select-look.js';
import { checkChoices, MAX_TEXT_LENGTH, MOST_VALUES } from './check-field.js';
import type { InputKind } from './input-settings.js';
import type { ModalField } from './modal-field.js';
import type { RawInput } from './raw-input.js';

const TYPE_TEXT_DISPLAY = 10;
const TYPE_LABEL = 18;

type Part = Readonly<Record<string, unknown>>;

/** Discord's own part of each kind of field: its type, and what only it has. */
const PARTS = {
  text: (field, raw) => ({ type: 4, style: 1, ...textPart(field, raw) }),
  paragraph: (field, raw) => ({ type: 4, style: 2, ...textPart(field, raw) }),
  select: (field, raw) => ({
    type: SELECT_TYPES.string,
    ...menuPart(field),
    options: optionsPart(field, raw),
  }),
  user: (field, raw) => ({ type: SELECT_TYPES.user, ...menuPart(field), ...entityPart('user', raw) }),
  role: (field, raw) => ({ type: SELECT_TYPES.role, ...menuPart(field), ...entityPart('role', raw) }),
  mentionable: (field, raw) => ({
    type: SELECT_TYPES.mentionable,
    ...menuPart(field),
    ...entityPart(undefined, raw),
  }),
  channel: (field, raw) => ({
    type: SELECT_TYPES.channel,
    ...menuPart(field),
    ...given({ channel_types: field.settings.channelTypes }),
    ...entityPart('channel', raw),
  }),
  file: (field) => ({
    type: 19,
    ...countPart(field, MOST_VALUES.file),
    ...given({ file_types: field.settings.fileTypes }),
  }),
  radio: (field, raw) => ({ type: 21, options: optionsPart(field, raw) }),
  checkboxes: (field, raw) => ({
    type: 22,
    options: optionsPart(field, raw),
    ...given({ min_values: field.settings.minValues, max_values: field.settings.maxValues }),
  }),
  checkbox: (_field, raw) => ({ type: 23, ...given({ default: raw?.value === true || undefined }) }),
} as const satisfies Record<
  Exclude<InputKind, 'label'>,
  (field: ModalField, raw: RawInput | undefined) => Part
>;

/** Field as Discord takes it, with what stands in it from the start. */
export function toModalComponent(field: ModalField, raw: RawInput | undefined): APIModalComponent {
  if (field.kind === 'label')
    return { type: TYPE_TEXT_DISPLAY, content: field.label } as unknown as APIModalComponent;
  const cannotBeRequired = field.kind === 'checkbox';
  const component = {
    custom_id: field.property,
    ...(cannotBeRequired ? {} : { required: field.isRequired }),
    ...PARTS[field.kind](field, raw),
  };
  const { description } = field.settings;
  return {
    type: TYPE_LABEL,
    label: field.label,
    ...given({ description }),
    component,
  } as unknown as APIModalComponent;
}

function textPart({ label, limits, settings }: ModalField, raw: RawInput | undefined): Part {
  const value = typeof raw?.value === 'string' && raw.value !== '' ? raw.value : undefined;
  const most = limits.maxLength ?? MAX_TEXT_LENGTH;
  if (value !== undefined && value.length > most) {
    throw new InvalidComponentError(
      `The text that is to stand in "${label}" is ${value.length} characters long, and the field takes ${most}.`,
    );
  }
  return given({
    placeholder: settings.placeholder,
    min_length: limits.minLength,
    max_length: limits.maxLength,
    value,
  });
}

function menuPart(field: ModalField): Part {
  return { ...given({ placeholder: field.settings.placeholder }), ...countPart(field, MOST_VALUES.menu) };
}

function countPart({ choices, settings }: ModalField, most: number): Part {
  if (!settings.multiple) return {};
  const possible = Math.min(most, choices().length || most);
  return given({ min_values: settings.minValues, max_values: settings.maxValues ?? possible });
}

function optionsPart(field: ModalField, raw: RawInput | undefined): readonly object[] {
  const { choices, label } = field;
  checkChoices(field, label);
  const chosen = raw && (raw.values ?? (typeof raw.value === 'string' ? [raw.value] : []));
  return toSelectOptions(choices(), `"${label}"`).map((option) =>
    chosen ? { ...option, default: chosen.includes(option.value) } : option,
  );
}

function entityPart(type: 'user' | 'role' | 'channel' | undefined, raw: RawInput | undefined): Part {
  const values = (raw?.values ?? []).map((id) => ({ id, type: type ?? raw?.types?.[id] ?? 'user' }));
  return values.length > 0 ? { default_values: values } : {};
}

/** Leaves out what is not set. */
function given(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

/** Values that a field's choices stand for. */
export function choiceValues(choices: readonly SelectChoice[]): readonly string[] {
  return choices.map((choice) => (typeof choice === 'string' ? choice : choice.value));
}
