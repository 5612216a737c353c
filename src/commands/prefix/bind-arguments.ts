import { MissingArgumentError } from '../../errors/missing-argument-error.js';
import { TooManyArgumentsError } from '../../errors/too-many-arguments-error.js';
import type { CompiledOption, OptionSchema } from '../../schema/compiled-option.js';
import { validateOptions } from '../../schema/validate-options.js';
import { convertText } from '../converters/convert-text.js';
import type { PrefixContext } from './prefix-context.js';
import { StringView } from './string-view.js';
import { usageOf } from './usage.js';

/**
 * Fills a fresh options object from the words of a message, in the order of declaration.
 *
 * @throws {UserFacingError} with a sentence for the user when a word is missing or does not fit.
 */
export async function bindArguments(schema: OptionSchema, ctx: PrefixContext): Promise<object> {
  const view = new StringView(ctx.invocation.rest);
  const values = schema.create();
  const attachments = [...ctx.message.attachments];
  for (const option of schema.options) {
    const value =
      option.descriptor.kind === 'attachment' ? attachments.shift() : await bindWord(option, view, ctx);
    if (value !== undefined) values[option.property] = value;
    else if (option.isRequired) throw missing(option, ctx);
  }
  view.skipSpace();
  if (ctx.command.settings.strict && !view.isAtEnd) throw tooMany(view.rest, ctx);
  await validateOptions(schema, values);
  return values;
}

async function bindWord(option: CompiledOption, view: StringView, ctx: PrefixContext): Promise<unknown> {
  view.skipSpace();
  if (view.isAtEnd) return undefined;
  const word = option.descriptor.settings.rest ? view.takeRest().trimEnd() : view.takeWord();
  return word === undefined ? undefined : convertText(option, word, ctx);
}

function missing(option: CompiledOption, ctx: PrefixContext): MissingArgumentError {
  return new MissingArgumentError(`\`${option.name}\` is missing. ${usageSentence(ctx)}`, option.name);
}

function tooMany(rest: string, ctx: PrefixContext): TooManyArgumentsError {
  return new TooManyArgumentsError(
    `There is more than this command takes: "${rest}". ${usageSentence(ctx)}`,
    rest,
  );
}

function usageSentence(ctx: PrefixContext): string {
  return `Usage: \`${usageOf(ctx.command, ctx.prefix)}\``;
}
