import type { FieldValue } from '../emulator/people/modal-values.js';
import type { FileValue, OptionValue } from '../emulator/people/option-values.js';
import type { FileView, ValuesView, ValueView } from './page-message.js';

/** File as people of the emulator send it. */
export function toFile({ file }: FileView): FileValue {
  return {
    name: file.name,
    data: Buffer.from(file.base64, 'base64'),
    ...(file.contentType === '' ? {} : { contentType: file.contentType }),
  };
}

/** Values of a command's options. */
export function toOptions(values: ValuesView): Record<string, OptionValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toField(value) as OptionValue]),
  );
}

/** Values of a modal's fields. */
export function toFields(values: ValuesView): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toField(value)]));
}

function toField(value: ValueView): FieldValue {
  if (typeof value !== 'object') return value;
  if ('file' in value) return toFile(value);
  return value.map((item) => (typeof item === 'string' ? item : toFile(item)));
}
