import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import { refuseUndecorated } from '../../schema/refuse-undecorated.js';
import { validatorCounts, validatorSettings } from '../../schema/validator-limits.js';
import type { Constructor } from '../../types/type-tools.js';
import { toKebabCase } from '../../utils/letter-case.js';
import { checkField, checkLength, MAX_TEXT_LENGTH } from './check-field.js';
import { inputMetadata } from './input.js';
import type { DeclaredInput } from './input-settings.js';
import type { ModalField } from './modal-field.js';
import type { DeclaredModal } from './modal-metadata.js';
import { modalMetadata } from './modal-metadata.js';

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
const MAX_FIELDS = 5;

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
  const inputs = inputMetadata.of(modalClass);
  refuseUndecorated(initial, new Set(inputs.map(({ property }) => property)), {
    decorator: 'Input',
    className: name,
  });
  const fields = inputs.map((input) => toField(modalClass, input, initial[input.property]));
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
  const { choices, kind, label, property } = input;
  const settings = { ...validatorCounts(modalClass, property), ...input.settings };
  const isRequired = settings.required ?? initial === undefined;
  const field: ModalField = {
    property,
    kind,
    label,
    settings,
    choices: typeof choices === 'function' ? choices : () => choices,
    isRequired,
    limits: textLimits(modalClass, input),
    initial,
  };
  checkField(field, typeof choices !== 'function', place);
  return field;
}

function textLimits(modalClass: Constructor, { property, settings }: DeclaredInput): ModalField['limits'] {
  const { minLength, maxLength } = validatorSettings(modalClass, property);
  return {
    ...(minLength === undefined ? {} : { minLength: Math.min(minLength, MAX_TEXT_LENGTH) }),
    ...(maxLength === undefined ? {} : { maxLength: Math.min(maxLength, MAX_TEXT_LENGTH) }),
    ...(settings.minLength === undefined ? {} : { minLength: settings.minLength }),
    ...(settings.maxLength === undefined ? {} : { maxLength: settings.maxLength }),
  };
}

function checkHead(id: string, title: string, name: string): void {
  if (!/^[\w-]{1,32}$/.test(id)) {
    throw new InvalidDefinitionError(
      `the id of a modal is 1 to 32 letters, digits, "-" and "_", not "${id}".`,
      name,
    );
  }
  checkTitle(title, name);
}

/** Refuses a title that Discord would refuse. */
export function checkTitle(title: string, name: string): void {
  checkLength('title', title, MAX_TITLE_LENGTH, name);
}
