import type { ResolvedEntities } from '../../interactions/resolved-entities.js';
import { hasValidatorRules } from '../../schema/validator-limits.js';
import { choiceValues } from './input-component.js';
import type { ModalBlueprint } from './modal-blueprint.js';
import type { ModalField } from './modal-field.js';
import type { RawInput } from './raw-input.js';

const CHOICE_KINDS: ReadonlySet<string> = new Set(['select', 'radio', 'checkboxes']);

/** One thing that is wrong with a submission. */
export interface ModalMistake {
  readonly label: string;
  readonly sentence: string;
}

/** Submission as an instance of its class, with what is wrong with it. */
export interface ReadModal {
  readonly values: object;
  readonly mistakes: readonly ModalMistake[];
}

/** Reads a submission into an instance and checks it: Discord's own rules first, then those of class-validator. */
export async function readModal(
  blueprint: ModalBlueprint,
  inputs: ReadonlyMap<string, RawInput>,
  resolved: ResolvedEntities,
): Promise<ReadModal> {
  const values = new blueprint.modalClass() as Record<string, unknown>;
  const mistakes: ModalMistake[] = [];
  for (const field of blueprint.fields) {
    if (field.kind === 'label') {
      values[field.property] = field.label;
      continue;
    }
    const value = readValue(field, inputs.get(field.property), resolved);
    const sentence = mistakeIn(field, value);
    if (sentence !== undefined) mistakes.push({ label: field.label, sentence });
    values[field.property] = value;
  }
  return { values, mistakes: mistakes.length > 0 ? mistakes : await validatorMistakes(blueprint, values) };
}

function readValue(field: ModalField, raw: RawInput | undefined, resolved: ResolvedEntities): unknown {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return readText(field, raw);
    case 'checkbox':
      return raw?.value === true;
    case 'radio':
      return typeof raw?.value === 'string' ? raw.value : undefined;
    default:
      return readSeveral(field, raw, resolved);
  }
}

function readText({ initial, isRequired }: ModalField, raw: RawInput | undefined): string | undefined {
  const text = typeof raw?.value === 'string' ? raw.value : '';
  return text === '' && !isRequired && initial === undefined ? undefined : text;
}

function readSeveral(field: ModalField, raw: RawInput | undefined, resolved: ResolvedEntities): unknown {
  const entities = (raw?.values ?? []).flatMap((id) => readEntity(field, id, resolved) ?? []);
  const isArray = field.settings.multiple === true || field.kind === 'checkboxes';
  if (!isArray) return entities[0];
  return entities.length === 0 && !field.isRequired && field.initial === undefined ? undefined : entities;
}

function readEntity({ kind }: ModalField, id: string, resolved: ResolvedEntities): unknown {
  switch (kind) {
    case 'user':
      return resolved.user(id);
    case 'role':
      return resolved.role(id);
    case 'mentionable':
      return resolved.user(id) ?? resolved.role(id);
    case 'channel':
      return resolved.channel(id);
    case 'file':
      return resolved.attachment(id);
    default:
      return id;
  }
}

function mistakeIn(field: ModalField, value: unknown): string | undefined {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return field.isRequired ? 'has to be filled in' : undefined;
  if (CHOICE_KINDS.has(field.kind)) return choiceMistake(field, value);
  if (typeof value !== 'string') return undefined;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = field.limits;
  if (value.length < minLength) return `needs at least ${minLength} characters`;
  return value.length > maxLength ? `takes at most ${maxLength} characters` : undefined;
}

function choiceMistake({ choices }: ModalField, value: unknown): string | undefined {
  const known = choiceValues(choices());
  const isKnown = (Array.isArray(value) ? value : [value]).every((one) => known.includes(one as string));
  return isKnown ? undefined : 'has to be one of the choices';
}

async function validatorMistakes(
  blueprint: ModalBlueprint,
  values: object,
): Promise<readonly ModalMistake[]> {
  if (!hasValidatorRules(blueprint.modalClass)) return [];
  const { validate } = await import('class-validator');
  const failures = await validate(values, { skipMissingProperties: true });
  return failures.map(({ constraints = {}, property }) => ({
    label: blueprint.fields.find((field) => field.property === property)?.label ?? property,
    sentence: Object.values(constraints).join(', ') || 'is not valid',
  }));
}
