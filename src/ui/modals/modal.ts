import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { checkClassSite, refuseBareOnClass } from '../../errors/decorator-site.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Constructor } from '../../types/type-tools.js';
import { modalToJson } from './modal-json.js';
import type { ModalOptions } from './modal-metadata.js';
import { modalMetadata } from './modal-metadata.js';

const modalKeys: SettingKeys<ModalOptions> = { id: true, invalidText: true, retryLabel: true };

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
export const Modal = Object.assign(declareModal, {
  /** Modal of a class as Discord takes it, for an `@OnSubmit` method. */
  toJSON: modalToJson,
});

function declareModal(title: string, options: ModalOptions = {}): (target: Constructor) => void {
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
