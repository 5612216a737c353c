/** Fills in modals: what each kind of field accepts, and how it is sent. */
import { ComponentType as C } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { nearestName } from '../../utils/nearest-name.js';
import type { ResolvedData } from '../interactions/resolved-data.js';
import type { ComponentRecord } from '../world/message-record.js';
import { checkFileTypes } from './check-file-types.js';
import type { FileValue, OptionValue } from './option-values.js';
import type { SeenField, SeenModal } from './seen-modal.js';
import { chooseValues } from './select-values.js';

/** What can be put into a field: text, a choice, several choices, yes or no, files. */
export type FieldValue = OptionValue | readonly OptionValue[];

/** Components of the submit, in the shape of the modal. */
export function fillModal(
  modal: SeenModal,
  values: Readonly<Record<string, FieldValue>>,
  resolved: ResolvedData,
): Record<string, unknown>[] {
  const { fields } = modal;
  const byField = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(values)) {
    byField.set(findField(fields, modal.title, name).customId, value);
  }
  const fill = (component: ComponentRecord): Record<string, unknown> => {
    const { type, id } = component;
    if (type === C.Label) return { type, id, component: fill(component.component!) };
    if (type === C.ActionRow) return { type, id, components: (component.components ?? []).map(fill) };
    if (component.custom_id === undefined) return { type, id };
    const field = fields.find(({ customId }) => customId === component.custom_id)!;
    return {
      type,
      id,
      custom_id: component.custom_id,
      ...fillField(field, byField.get(field.customId), resolved),
    };
  };
  return modal.components.map(fill);
}

function findField(fields: readonly SeenField[], title: string, name: string): SeenField {
  const found = fields.find(({ label, customId }) => label === name || customId === name);
  if (found) return found;
  const names = fields.map(({ label, customId }) => `"${label || customId}"`);
  const near = nearestName(
    name,
    fields.flatMap(({ label, customId }) => [label, customId]),
  );
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new InvalidInvocationError(`The modal "${title}" has no field "${name}".${hint}`, names);
}

function fillField(
  field: SeenField,
  value: FieldValue | undefined,
  resolved: ResolvedData,
): Record<string, unknown> {
  const { data } = field;
  const list: readonly OptionValue[] =
    value === undefined ? [] : Array.isArray(value) ? value : [value as OptionValue];
  switch (data.type) {
    case C.TextInput:
      return { value: checkText(field, value ?? field.value ?? '') };
    case C.Checkbox:
      return { value: value === undefined ? data['default'] === true : value === true };
    case C.RadioGroup:
      return { value: chooseOne(field, list) };
    case C.FileUpload:
      return {
        values: checkFiles(field, list as readonly FileValue[]).map((file) => resolved.addFile(file)),
      };
    case C.CheckboxGroup: {
      const { min_values: min = field.isRequired ? 1 : 0, max_values: max = data.options?.length ?? 1 } =
        data;
      return { values: chooseValues({ ...data, min_values: min, max_values: max }, list, resolved) };
    }
    default:
      if (list.length === 0 && !field.isRequired) return { values: [] };
      return { values: chooseValues({ ...data }, list, resolved) };
  }
}

function checkText({ label, data, isRequired }: SeenField, value: FieldValue): string {
  if (typeof value !== 'string') throw new InvalidInvocationError(`The field "${label}" takes text.`);
  if (value === '' && !isRequired) return value;
  const min = Number(data['min_length'] ?? (isRequired ? 1 : 0));
  const max = Number(data['max_length'] ?? 4000);
  if (value.length < min || value.length > max) {
    throw new InvalidInvocationError(
      `The field "${label}" takes ${min} to ${max} characters, not ${value.length}.`,
    );
  }
  return value;
}

function checkFiles(
  { data, isRequired, label }: SeenField,
  files: readonly FileValue[],
): readonly FileValue[] {
  if (files.length === 0 && !isRequired) return files;
  const { min_values: min = 1, max_values: max = 1 } = data;
  if (files.length < min || files.length > max) {
    throw new InvalidInvocationError(
      `The field "${label}" takes ${min} to ${max} files, not ${files.length}.`,
    );
  }
  const types = data['file_types'] as readonly string[] | undefined;
  for (const { name } of files) checkFileTypes(`The field "${label}"`, types, name);
  return files;
}

function chooseOne({ label, data, isRequired }: SeenField, list: readonly OptionValue[]): string | null {
  const options = data.options ?? [];
  const [wanted] = list;
  const option =
    wanted === undefined
      ? options.find((candidate) => candidate.default === true)
      : options.find((candidate) => candidate.value === wanted || candidate.label === wanted);
  if (option) return option.value;
  if (wanted === undefined && !isRequired) return null;
  throw new InvalidInvocationError(
    `The field "${label}" needs one of its options.`,
    options.map((candidate) => `"${candidate.label}"`),
  );
}
