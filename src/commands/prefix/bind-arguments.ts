import { MissingArgumentError } from '../../errors/missing-argument-error.js';
import { TooManyArgumentsError } from '../../errors/too-many-arguments-error.js';
import { UserFacingError } from '../../errors/user-facing-error.js';
import type { CompiledOption, OptionSchema } from '../../schema/compiled-option.js';
import { validateOptions } from '../../schema/validate-options.js';
import { convertText, itemOf } from '../converters/convert-text.js';
import { bindFlags } from './bind-flags.js';
import type { PrefixContext } from './prefix-context.js';
import { StringView } from './string-view.js';
import { usageOf } from './usage.js';

/**
 * Fills a fresh options object from the words of a message: in the order of declaration, or by name for flags.
 *
 * @throws {UserFacingError} with a sentence for the user when a word is missing or does not fit.
 */
export async function bindArguments(schema: OptionSchema, ctx: PrefixContext): Promise<object> {
  const values = schema.create();
  const attachments = [...ctx.message.attachments];
  const bind = ctx.command.settings.flags ? await bindFlags(schema, ctx) : bindWords(ctx);
  for (const option of schema.options) {
    const value = option.descriptor.kind === 'attachment' ? attachments.shift() : await bind(option);
    if (value !== undefined) values[option.property] = value;
    else if (option.isRequired) throw missing(option, ctx);
  }
  await validateOptions(schema, values);
  return values;
}

/** Takes the words one after the other. */
function bindWords(ctx: PrefixContext): (option: CompiledOption) => Promise<unknown> {
  const view = new StringView(ctx.invocation.rest);
  const last = ctx.command.schema.options.at(-1);
  return async (option) => {
    const value =
      option.descriptor.kind === 'list' ? await takeList(option, view, ctx) : await take(option, view, ctx);
    if (option === last) refuseExtra(view, ctx);
    return value;
  };
}

async function take(option: CompiledOption, view: StringView, ctx: PrefixContext): Promise<unknown> {
  const { rest, skippable } = option.descriptor.settings;
  if (rest === 'raw') return view.isAtEnd ? undefined : convertText(option, view.takeRest(), ctx);
  view.skipSpace();
  if (view.isAtEnd) return undefined;
  if (rest) return convertText(option, view.takeRest().trimEnd(), ctx);
  return skippable ? takeIfItFits(option, view, ctx) : convertText(option, view.takeWord() ?? '', ctx);
}

/** Takes the next word, or leaves it where it is when it does not fit. */
async function takeIfItFits(option: CompiledOption, view: StringView, ctx: PrefixContext): Promise<unknown> {
  const { position } = view;
  try {
    return await convertText(option, view.takeWord() ?? '', ctx);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    view.reset(position);
    return undefined;
  }
}

/** Takes words to the end, or as long as they fit; nothing when there is none and the option has a default. */
async function takeList(option: CompiledOption, view: StringView, ctx: PrefixContext): Promise<unknown> {
  const item = itemOf(option);
  const values: unknown[] = [];
  for (view.skipSpace(); !view.isAtEnd; view.skipSpace()) {
    const value = option.descriptor.settings.greedy
      ? await takeIfItFits(item, view, ctx)
      : await convertText(item, view.takeWord() ?? '', ctx);
    if (value === undefined) break;
    values.push(value);
  }
  return values.length > 0 ? values : undefined;
}

function missing(option: CompiledOption, ctx: PrefixContext): MissingArgumentError {
  return new MissingArgumentError(`\`${option.name}\` is missing. ${usageSentence(ctx)}`, option.name);
}

function refuseExtra(view: StringView, ctx: PrefixContext): void {
  view.skipSpace();
  if (!ctx.command.settings.strict || view.isAtEnd) return;
  throw new TooManyArgumentsError(
    `There is more than this command takes: "${view.rest}". ${usageSentence(ctx)}`,
    view.rest,
  );
}

function usageSentence(ctx: PrefixContext): string {
  return `Usage: \`${usageOf(ctx.command, ctx.prefix)}\``;
}
