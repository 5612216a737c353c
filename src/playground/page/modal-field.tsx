import type { VNode } from 'preact';
import type { ComponentView } from '../message-view.js';
import type { FileView, ModalView, ValueView } from '../page-message.js';
import { readFile } from './read-file.js';
import { SelectMenu } from './select-menu.js';

/** Field of a modal, out of its label or row. */
export interface ModalField {
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly data: ComponentView;
}

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

/** Fields of a modal in reading order. */
export function fieldsOf({ components }: ModalView): readonly ModalField[] {
  return components.flatMap((outer) =>
    [...(outer.component ? [outer.component] : []), ...(outer.components ?? [])].map((data) => ({
      id: data.custom_id ?? '',
      label: String((outer.type === 18 ? outer['label'] : data['label']) ?? ''),
      description: typeof outer['description'] === 'string' ? outer['description'] : undefined,
      isRequired: data['required'] !== false && data.type !== 23,
      data,
    })),
  );
}

/** What is wrong with a value, as Discord's client would say it. */
export function checkField(
  { data, isRequired }: ModalField,
  value: ValueView | undefined,
): string | undefined {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const hasDefault =
    ((data['options'] ?? data['default_values'] ?? []) as readonly Choice[]).length > 0 && hasChosen(data);
  if (isEmpty) return isRequired && !hasDefault ? 'This field is required.' : undefined;
  if (typeof value !== 'string' || data.type !== 4) return undefined;
  const min = Number(data['min_length'] ?? 0);
  return value.length < min ? `Must be ${min} or more in length.` : undefined;
}

function hasChosen(data: ComponentView): boolean {
  return (
    ((data['options'] ?? []) as readonly Choice[]).some((choice) => choice.default) ||
    ((data['default_values'] ?? []) as readonly unknown[]).length > 0
  );
}

/** Input of a field. */
export function ModalInput({ field, value, onChange }: ModalInputProps): VNode {
  const { data, id, isRequired } = field;
  switch (data.type) {
    case 4:
      return <TextInput field={field} value={value} onChange={onChange} />;
    case 19:
      return <Files data={data} id={id} onChange={onChange} />;
    case 21:
      return <Choices field={field} type="radio" value={value} onChange={onChange} />;
    case 22:
      return <Choices field={field} type="checkbox" value={value} onChange={onChange} />;
    case 23:
      return (
        <input
          id={`field-${id}`}
          type="checkbox"
          defaultChecked={data['default'] === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    default:
      return (
        <SelectMenu
          menu={isRequired ? data : { ...data, min_values: 0 }}
          onChoose={(chosen) => onChange([...chosen])}
        />
      );
  }
}

interface ModalInputProps {
  readonly field: ModalField;
  readonly value: ValueView | undefined;
  readonly onChange: (value: ValueView | undefined) => void;
}

function TextInput({ field: { data, id }, value, onChange }: ModalInputProps): VNode {
  const common = {
    id: `field-${id}`,
    value: typeof value === 'string' ? value : '',
    maxLength: Number(data['max_length'] ?? 4000),
    placeholder: String(data['placeholder'] ?? ''),
  };
  if (data['style'] === 2) {
    return <textarea {...common} rows={4} onInput={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  return <input {...common} type="text" onInput={({ currentTarget }) => onChange(currentTarget.value)} />;
}

function Choices({
  field: { data, id },
  type,
  value,
  onChange,
}: ModalInputProps & { readonly type: 'checkbox' | 'radio' }): VNode {
  const options = (data['options'] ?? []) as readonly Choice[];
  const start = options.filter((option) => option.default).map((option) => option.value);
  const chosen = (value === undefined ? start : [value].flat()) as readonly string[];
  const toggle = (choice: string): void => {
    if (type === 'radio') onChange(choice);
    else onChange(chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice]);
  };
  return (
    <div class="choices" id={`field-${id}`}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type={type}
            name={id}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.label}
          {option.description && <small>{option.description}</small>}
        </label>
      ))}
    </div>
  );
}

function Files({
  data,
  id,
  onChange,
}: {
  data: ComponentView;
  id: string;
  onChange: ModalInputProps['onChange'];
}): VNode {
  const take = async (list: FileList | null): Promise<void> => {
    const files: readonly FileView[] = await Promise.all([...(list ?? [])].map(readFile));
    onChange(files);
  };
  return (
    <input
      id={`field-${id}`}
      type="file"
      multiple={Number(data['max_values'] ?? 1) > 1}
      onChange={({ currentTarget }) => void take(currentTarget.files)}
    />
  );
}
