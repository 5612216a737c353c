import { ClassMetadata } from '../../utils/class-metadata.js';

/** Options of a modal. */
export interface ModalOptions {
  /** Name in custom ids; the class's name in kebab-case unless given. Letters, digits, `-` and `_`, at most 32. */
  readonly id?: string;
  /** What stands above the list of mistakes. */
  readonly invalidText?: string;
  /** Label of the button that opens it again with what was typed. */
  readonly retryLabel?: string;
}

/** What `@Modal` writes. */
export interface DeclaredModal extends ModalOptions {
  readonly title: string;
}

/** Where `@Modal` writes. */
export const modalMetadata = new ClassMetadata<DeclaredModal>('modal');
