import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { OpenModalOptions } from '../../interactions/modal-asker.js';
import type { Constructor } from '../../types/type-tools.js';
import { toModalComponent } from './input-component.js';
import type { ModalBlueprint } from './modal-blueprint.js';
import { checkTitle, modalBlueprintOf } from './modal-blueprint.js';
import { writeModalId } from './modal-custom-id.js';
import type { RawInput } from './raw-input.js';
import { toRawInput } from './raw-input.js';

/** What is on the screen when a modal opens. */
export interface ModalFace {
  readonly title: string;
  readonly inputs: ReadonlyMap<string, RawInput>;
}

/** Face of a modal: what the caller gives, or else what the class says. */
export function faceOf(
  blueprint: ModalBlueprint,
  { title, values = {} }: OpenModalOptions<object>,
): ModalFace {
  if (title !== undefined) checkTitle(title, blueprint.name);
  const inputs = new Map<string, RawInput>();
  for (const { initial, property } of blueprint.fields) {
    const raw = toRawInput((values as Readonly<Record<string, unknown>>)[property] ?? initial);
    if (raw) inputs.set(property, raw);
  }
  return { title: title ?? blueprint.title, inputs };
}

/** Modal as Discord takes it; `question` names the one who waits for it. */
export function toModalJson(
  blueprint: ModalBlueprint,
  question: string | undefined,
  { inputs, title }: ModalFace,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeModalId(blueprint.id, question),
    title,
    components: blueprint.fields.map((field) => toModalComponent(field, inputs.get(field.property))),
  } as APIModalInteractionResponseCallbackData;
}

/** Modal of a class as Discord takes it, for an `@OnSubmit` method. */
export function modalToJson<T extends object>(
  modalClass: Constructor<T>,
  options: OpenModalOptions<T> = {},
): APIModalInteractionResponseCallbackData {
  const blueprint = modalBlueprintOf(modalClass);
  return toModalJson(blueprint, undefined, faceOf(blueprint, options));
}
