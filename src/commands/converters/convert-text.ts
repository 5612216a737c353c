import { OptionValueError } from '../../errors/option-value-error.js';
import { UserFacingError } from '../../errors/user-facing-error.js';
import { checkValue } from '../../schema/check-value.js';
import { toChoices } from '../../schema/choices.js';
import type { CompiledOption } from '../../schema/compiled-option.js';
import { convertCustom, convertDuration } from '../../schema/convert-custom.js';
import type { ConversionContext } from '../../schema/converter.js';
import type { OptionKind } from '../../schema/option-kind.js';
import type { Awaitable } from '../../types/type-tools.js';
import { StringView } from '../prefix/string-view.js';
import { findChannel } from './find-channel.js';
import { findMember } from './find-member.js';
import { findRole } from './find-role.js';
import { findUser } from './find-user.js';

type Convert = (text: string, ctx: ConversionContext, option: CompiledOption) => Awaitable<unknown>;

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 't', '1', 'enable', 'on']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', '0', 'disable', 'off']);

/**
 * Makes an option's value from a typed word.
 *
 * @throws {OptionValueError} with a sentence for the user when it cannot.
 */
export async function convertText(
  option: CompiledOption,
  text: string,
  ctx: ConversionContext,
): Promise<unknown> {
  const { kind } = option.descriptor;
  const value = await CONVERTERS[kind](text, ctx, option);
  if (value === undefined) throw notFound(option, text);
  if (!UNCHECKED.has(kind)) checkValue(option, value);
  return value;
}

const UNCHECKED: ReadonlySet<OptionKind> = new Set([
  'attachment',
  'channel',
  'custom',
  'list',
  'member',
  'mentionable',
  'role',
  'union',
  'user',
]);

const CONVERTERS: Readonly<Record<OptionKind, Convert>> = {
  attachment: () => undefined,
  boolean: (text) => toBoolean(text) ?? text,
  channel: (text, ctx, option) => findChannel(text, ctx, option.descriptor.settings.types),
  choice: (text, _ctx, option) => toChoice(text, option),
  custom: (text, ctx, option) => convertCustom(option, text, ctx),
  duration: (text, _ctx, option) => convertDuration(option, text),
  integer: (text) => toNumber(text),
  list: (text, ctx, option) => toList(text, ctx, option),
  member: (text, ctx) => findMember(text, ctx),
  mentionable: async (text, ctx) =>
    findRole(text, ctx) ?? (await findMember(text, ctx)) ?? (await findUser(text, ctx)),
  number: (text) => toNumber(text),
  role: (text, ctx) => findRole(text, ctx),
  string: (text) => text,
  union: (text, ctx, option) => toFirstThatFits(text, ctx, option),
  user: (text, ctx) => findUser(text, ctx),
};

function toBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** Number that was typed; the text itself when it is none, for the check to refuse by its own sentence. */
function toNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** Choice meant by its name or value, in any case of letters. */
function toChoice(text: string, option: CompiledOption): unknown {
  const wanted = text.toLowerCase();
  const choice = toChoices(option.descriptor.settings.choices ?? []).find(
    ({ name, value }) => String(value).toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  return choice ? choice.value : text;
}

/** Option that a list or union holds, under the name of the whole. */
export function itemOf(option: CompiledOption, index = 0): CompiledOption {
  const descriptor = option.descriptor.items?.[index];
  return descriptor ? { ...option, descriptor } : option;
}

/** Values of a list that was typed into one text. */
async function toList(text: string, ctx: ConversionContext, option: CompiledOption): Promise<unknown[]> {
  const view = new StringView(text);
  const values: unknown[] = [];
  view.skipSpace();
  while (!view.isAtEnd) {
    values.push(await convertText(itemOf(option), view.takeWord() ?? '', ctx));
    view.skipSpace();
  }
  return values;
}

async function toFirstThatFits(
  text: string,
  ctx: ConversionContext,
  option: CompiledOption,
): Promise<unknown> {
  const reasons: string[] = [];
  for (const index of option.descriptor.items?.keys() ?? []) {
    try {
      return await convertText(itemOf(option, index), text, ctx);
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error;
      reasons.push(error.userMessage);
    }
  }
  throw new OptionValueError(reasons.join(' Or: '), option.name, text);
}

function notFound(option: CompiledOption, text: string): OptionValueError {
  return new OptionValueError(
    `\`${option.name}\`: no ${option.descriptor.kind} called "${text}" was found.`,
    option.name,
    text,
  );
}
