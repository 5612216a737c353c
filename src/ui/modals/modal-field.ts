import type { SelectChoice } from '../components/select-choice.js';
import type { InputKind, InputSettings } from './input-settings.js';

/** Field of a modal, with everything about it decided. */
export interface ModalField {
  readonly property: string;
  readonly kind: InputKind;
  readonly label: string;
  readonly settings: InputSettings;
  /** Choices at this moment. */
  readonly choices: () => readonly SelectChoice[];
  readonly isRequired: boolean;
  /** Least and most characters of a text. */
  readonly limits: { readonly minLength?: number; readonly maxLength?: number };
  /** What a new instance has in the property. */
  readonly initial: unknown;
}
