import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import { validatorSettings } from '../../schema/validator-limits.js';
import type { Constructor } from '../../types/type-tools.js';
import { toKebabCase } from '../../utils/letter-case.js';
import { inputMetadata } from './input.js';
import type { DeclaredInput } from './input-settings.js';
import type { DeclaredModal } from './modal.js';
import { modalMetadata } from './modal.js';
import type { ModalField } from './modal-field.js';

/** Everything that the decorators of a modal class say, read once. */
export interface ModalBlueprint {
  readonly modalClass: Constructor;
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly invalidText: string;
  readonly retryLabel: string;
  readonly fields: readonly ModalField[];
}

const MAX_TITLE_LENGTH = 45;
const MAX_LABEL_LENGTH = 45;
const MAX_DESCRIPTION_LENGTH = 100;
const MAX_TEXT_LENGTH = 4000;
const MAX_FIELDS = 5;

const CHOICE_COUNTS = { select: [1, 25], radio: [2, 10], checkboxes: [1, 10] } as const;

const blueprints = new WeakMap<Constructor, ModalBlueprint>();

/**
 * Blueprint of a modal class.
 *
 * @throws {InvalidDefinitionError} when it has no `@Modal`, or something in it is beyond Discord's limits.
 */
export function modalBlueprintOf(modalClass: Constructor): ModalBlueprint {
  const known = blueprints.get(modalClass);
  if (known) return known;
  const made = readBlueprint(modalClass);
  blueprints.set(modalClass, made);
  return made;
}

function readBlueprint(modalClass: Constructor): ModalBlueprint {
  const { name } = modalClass;
  const declared: readonly DeclaredModal[] = modalMetadata.of(modalClass);
  if (declared.length === 0)
    throw new InvalidDefinitionError("is no modal; put @Modal('Title') on it.", name);
  const options = Object.assign({}, ...declared) as DeclaredModal;
  const id = options.id ?? toKebabCase(name).slice(0, 32);
  checkHead(id, options.title, name);
  const initial = new modalClass() as Readonly<Record<string, unknown>>;
  const fields = inputMetadata
    .of(modalClass)
    .map((input) => toField(modalClass, input, initial[input.property]));
  if (fields.length === 0 || fields.length > MAX_FIELDS) {
    throw new InvalidDefinitionError(
      `has ${fields.length} fields; Discord takes 1 to ${MAX_FIELDS} in a modal.`,
      name,
    );
  }
  return {
    modalClass,
    name,
    id,
    title: options.title,
    invalidText: options.invalidText ?? 'That cannot be taken yet:',
    retryLabel: options.retryLabel ?? 'Try again',
    fields,
  };
}

function toField(modalClass: Constructor, input: DeclaredInput, initial: unknown): ModalField {
  const place = `${modalClass.name}.${input.property}`;
  const { minLength, maxLength } = { ...validatorSettings(modalClass, input.property), ...input.settings };
  const limits = {
    ...(minLength === undefined ? {} : { minLength: Math.min(minLength, MAX_TEXT_LENGTH) }),
    ...(maxLength === undefined ? {} : { maxLength: Math.min(maxLength, MAX_TEXT_LENGTH) }),
  };
  checkField(input, place);
  const isRequired = input.settings.required ?? initial === undefined;
  const { choices, kind, label, property, settings } = input;
  return { property, kind, label, settings, choices, isRequired, limits, initial };
}

function checkHead(id: string, title: string, name: string): void {
  if (!/^[\w-]{1,32}$/.test(id)) {
    throw new InvalidDefinitionError(
      `the id of a modal is 1 to 32 letters, digits, "-" and "_", not "${id}".`,
      name,
    );
  }
  checkLength('title', title, MAX_TITLE_LENGTH, name);
}

function checkField({ choices, kind, label, settings }: DeclaredInput, place: string): void {
  checkLength(
    kind === 'label' ? 'text' : 'label',
    label,
    kind === 'label' ? MAX_TEXT_LENGTH : MAX_LABEL_LENGTH,
    place,
  );
  if (settings.description !== undefined)
    checkLength('description', settings.description, MAX_DESCRIPTION_LENGTH, place);
  if (!(kind in CHOICE_COUNTS)) return;
  const [least, most] = CHOICE_COUNTS[kind as keyof typeof CHOICE_COUNTS];
  if (choices.length >= least && choices.length <= most) return;
  throw new InvalidDefinitionError(
    `has ${choices.length} choices; Discord takes ${least} to ${most} here.`,
    place,
  );
}

function checkLength(what: string, text: string, most: number, place: string): void {
  if (text.length >= 1 && text.length <= most) return;
  throw new InvalidDefinitionError(
    `the ${what} "${text}" is ${text.length} characters long; Discord takes 1 to ${most}.`,
    place,
  );
}
