import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { checkClassSite, refuseBareOnClass } from '../../errors/decorator-site.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Constructor } from '../../types/type-tools.js';
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

const modalKeys: SettingKeys<ModalOptions> = { id: true, invalidText: true, retryLabel: true };

/** What `@Modal` writes. */
export interface DeclaredModal extends ModalOptions {
  readonly title: string;
}

/** Where `@Modal` writes. */
export const modalMetadata = new ClassMetadata<DeclaredModal>('modal');

/**
 * Class of the values that a modal asks for; its fields are properties with `@Input`, at most five.
 *
 * `ctx.ask(Feedback)` opens it and waits; `ctx.showModal(Feedback)` opens it for a method with `@OnSubmit(Feedback)`.
 *
 * @example
 * ```ts
 * @Modal('Feedback')
 * class Feedback {
 *   @Input.text('Your e-mail') @IsEmail() email!: string;
 *   @Input.paragraph('What happened?') @Length(20, 1000) story!: string;
 * }
 * ```
 * @see https://docs.discord.com/developers/components/using-modal-components
 */
export function Modal(title: string, options: ModalOptions = {}): (target: Constructor) => void {
  refuseBareOnClass('Modal', [title, options], "Modal('Title')");
  return (target: Constructor, key?: unknown) => {
    checkClassSite('Modal', target, key);
    if (typeof title !== 'string') {
      throw new InvalidDefinitionError("has no title; write @Modal('Title')", target.name);
    }
    checkSettings(options, modalKeys, target.name);
    modalMetadata.add(target, { title, ...options });
  };
}
