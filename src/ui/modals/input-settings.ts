import type { ChannelType } from 'discord-api-types/v10';
import type { SelectChoice } from '../components/select-choice.js';

/** Kinds of fields. */
export type InputKind =
  | 'text'
  | 'paragraph'
  | 'select'
  | 'user'
  | 'role'
  | 'mentionable'
  | 'channel'
  | 'file'
  | 'radio'
  | 'checkboxes'
  | 'checkbox'
  | 'label';

/** Settings of every field. */
export interface CommonInputSettings<Required extends boolean> {
  /** Line under the label, at most 100 characters. */
  readonly description?: string;
  /**
   * Whether it has to be filled in; then the property admits `undefined`.
   *
   * @defaultValue true, and false for a property with an initialiser
   */
  readonly required?: Required;
}

/** Settings of a field to type into. */
export interface TextInputSettings<Required extends boolean> extends CommonInputSettings<Required> {
  /** At most 100 characters. */
  readonly placeholder?: string;
  /** 0 to 4,000. */
  readonly minLength?: number;
  /** 1 to 4,000. */
  readonly maxLength?: number;
}

/** Settings of a field to select in; with `multiple` the property is an array. */
export interface SelectInputSettings<Required extends boolean, Multiple extends boolean>
  extends CommonInputSettings<Required> {
  /** Whether several may be selected. @defaultValue false */
  readonly multiple?: Multiple;
  /** At most 150 characters. */
  readonly placeholder?: string;
  /** Least that may be selected, with `multiple`. */
  readonly minValues?: number;
  /** Most that may be selected, with `multiple`; at most 25 (10 files). */
  readonly maxValues?: number;
}

/** Settings of a field to select channels in. */
export interface ChannelInputSettings<Required extends boolean, Multiple extends boolean>
  extends SelectInputSettings<Required, Multiple> {
  /** Kinds of channels that may be selected; all unless given. */
  readonly channelTypes?: readonly ChannelType[];
}

/** Settings of a field to upload files in. */
export interface FileInputSettings<Required extends boolean, Multiple extends boolean>
  extends SelectInputSettings<Required, Multiple> {
  /** File extensions or MIME types, at most 10. */
  readonly fileTypes?: readonly string[];
}

/** Settings of boxes to tick. */
export interface CheckboxesInputSettings<Required extends boolean> extends CommonInputSettings<Required> {
  /** Fewest boxes that may be ticked, 0 to 10. */
  readonly minValues?: number;
  /** Most boxes that may be ticked, 1 to 10. */
  readonly maxValues?: number;
}

/** All settings in one, as they are kept. */
export interface InputSettings {
  readonly description?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly multiple?: boolean;
  readonly minValues?: number;
  readonly maxValues?: number;
  readonly channelTypes?: readonly ChannelType[];
  readonly fileTypes?: readonly string[];
}

/** Field as its decorator wrote it. */
export interface DeclaredInput {
  readonly property: string;
  readonly kind: InputKind;
  readonly label: string;
  readonly settings: InputSettings;
  readonly choices: readonly SelectChoice[] | (() => readonly SelectChoice[]);
}
