import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import { toSelectOptions } from '../components/select-choice.js';
import type { InputKind } from './input-settings.js';
import type { ModalField } from './modal-field.js';

/** Longest text of a field, typed or shown. */
export const MAX_TEXT_LENGTH = 4000;

const MAX_LABEL_LENGTH = 45;
const MAX_DESCRIPTION_LENGTH = 100;
const MAX_FILE_TYPES = 10;

/** Fewest and most choices of each kind that has any. */
const CHOICE_COUNTS = { select: [1, 25], radio: [2, 10], checkboxes: [1, 10] } as const satisfies Partial<
  Record<InputKind, readonly [number, number]>
>;

/** Most values of a field with several. */
export const MOST_VALUES: Readonly<Record<'menu' | 'file' | 'checkboxes', number>> = {
  menu: 25,
  file: 10,
  checkboxes: 10,
};

/**
 * Refuses a field that Discord would refuse when the modal is opened.
 *
 * @throws {InvalidDefinitionError} naming the property.
 * @see https://docs.discord.com/developers/components/reference#label
 */
export function checkField(field: ModalField, hasFixedChoices: boolean, place: string): void {
  const { kind, label, settings } = field;
  checkLength('label', label, kind === 'label' ? MAX_TEXT_LENGTH : MAX_LABEL_LENGTH, place);
  const { description, fileTypes = [], placeholder } = settings;
  if (description !== undefined) checkLength('description', description, MAX_DESCRIPTION_LENGTH, place);
  if (placeholder !== undefined) checkLength('placeholder', placeholder, isText(kind) ? 100 : 150, place);
  if (fileTypes.length > MAX_FILE_TYPES) {
    refuse(`names ${fileTypes.length} types of files; Discord takes ${MAX_FILE_TYPES}.`, place);
  }
  if (isText(kind)) checkTextLimits(field, place);
  if (hasFixedChoices) checkChoices(field, place);
  checkCounts(field, place);
}

/** Refuses choices that Discord would refuse; those of a function are known when the modal is opened. */
export function checkChoices({ choices, kind }: ModalField, place: string): void {
  if (!hasChoices(kind)) return;
  const [least, most] = CHOICE_COUNTS[kind];
  const { length } = choices();
  if (length < least || length > most) {
    refuse(`has ${length} choices; Discord takes ${least} to ${most} here.`, place);
  }
  toSelectOptions(choices(), place);
}

/** Refuses an empty text, or one that is too long. */
export function checkLength(what: string, text: string, most: number, place: string): void {
  if (text.length >= 1 && text.length <= most) return;
  refuse(`the ${what} "${text}" is ${text.length} characters long; Discord takes 1 to ${most}.`, place);
}

function checkTextLimits(
  { limits: { maxLength = MAX_TEXT_LENGTH, minLength = 0 } }: ModalField,
  place: string,
): void {
  if (minLength >= 0 && maxLength >= 1 && minLength <= maxLength && maxLength <= MAX_TEXT_LENGTH) return;
  refuse(
    `takes ${minLength} to ${maxLength} characters; the least is 0 or more, the most ${MAX_TEXT_LENGTH} or less, and not ` +
      'below the least.',
    place,
  );
}

function checkCounts({ isRequired, kind, settings }: ModalField, place: string): void {
  const { maxValues, minValues, multiple } = settings;
  if (minValues === undefined && maxValues === undefined) return;
  if (kind !== 'checkboxes' && !multiple) {
    refuse('has minValues or maxValues, which go with { multiple: true } and an array.', place);
  }
  const most = MOST_VALUES[kind === 'file' || kind === 'checkboxes' ? kind : 'menu'];
  const [from, to] = [minValues ?? 0, maxValues ?? most];
  if (from < 0 || to < 1 || from > to || to > most) {
    refuse(`takes ${from} to ${to} values; the least is 0 or more, the most 1 to ${most}.`, place);
  }
  if (isRequired && minValues === 0) refuse('is required, and so minValues cannot be 0.', place);
}

function isText(kind: InputKind): boolean {
  return kind === 'text' || kind === 'paragraph';
}

function hasChoices(kind: InputKind): kind is keyof typeof CHOICE_COUNTS {
  return Object.hasOwn(CHOICE_COUNTS, kind);
}

function refuse(reason: string, place: string): never {
  throw new InvalidDefinitionError(reason, place);
}
