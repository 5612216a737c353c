import { FlagError } from '../../errors/flag-error.js';
import type { CompiledOption, OptionSchema } from '../../schema/compiled-option.js';
import { convertText, itemOf } from '../converters/convert-text.js';
import type { PrefixContext } from './prefix-context.js';

/**
 * Reads options that are given by name: `days: 3 reason: was rude` or `--days 3 --reason was rude`.
 *
 * A value runs to the next name. What stands before the first name belongs to nobody.
 */
export async function bindFlags(
  schema: OptionSchema,
  ctx: PrefixContext,
): Promise<(option: CompiledOption) => Promise<unknown>> {
  const texts = splitFlags(ctx.invocation.rest, schema);
  return async (option) => {
    const given = texts.get(option.name);
    if (!given) return undefined;
    const isList = option.descriptor.kind === 'list';
    if (given.length > 1 && !isList) {
      throw new FlagError(`\`${option.name}\` is given ${given.length} times.`, option.name, 'tooMany');
    }
    if (given.includes('')) throw new FlagError(`\`${option.name}\` has no value.`, option.name, 'empty');
    const item = isList ? itemOf(option) : option;
    const values: unknown[] = [];
    for (const text of given) values.push(await convertText(item, text, ctx));
    return isList ? values : values[0];
  };
}

/** Texts by the names they follow. */
function splitFlags(text: string, schema: OptionSchema): ReadonlyMap<string, readonly string[]> {
  const names = schema.options.map(({ name }) => name.replace(/[^\w]/g, '\\$&'));
  const pattern = new RegExp(`(?<=^|\\s)(?:(${names.join('|')}):|--(${names.join('|')})(?=\\s|$))`, 'gu');
  const found = [...text.matchAll(pattern)];
  const texts = new Map<string, string[]>();
  for (const [index, match] of found.entries()) {
    const name = match[1] ?? match[2]!;
    const value = text.slice(match.index + match[0].length, found[index + 1]?.index).trim();
    texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return texts;
}
