import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Message } from '../../models/message.js';
import type { Awaitable, Snowflake } from '../../types/type-tools.js';

/** Prefixes before typed commands: one, several, or a function that gives them for a message. */
export type PrefixSource =
  | string
  | readonly string[]
  | ((message: Message) => Awaitable<string | readonly string[] | undefined>);

/** How typed commands are recognised. */
export interface PrefixOptions {
  /**
   * Text before the name of a typed command; without one, only a mention of the bot calls it. `[]` says that this is meant, and
   * the log does not tell of it.
   */
  readonly prefix?: PrefixSource;
  /** Whether a mention of the bot is a prefix too. @defaultValue true */
  readonly mentionPrefix?: boolean;
  /** Whether prefixes and command names are found in any case of letters. @defaultValue false */
  readonly caseInsensitive?: boolean;
  /**
   * How many answers are remembered, so that editing a command runs it again and edits its answer, and deleting it
   * deletes its answer.
   *
   * @defaultValue 0, edits and deletions are not looked at
   */
  readonly trackEdits?: number;
}

/** Refuses a prefix that is no text, or an empty one that is more likely a setting left out. @throws {InvalidOptionError} */
export function checkPrefix(source: unknown): void {
  if (source === undefined || typeof source === 'function') return;
  const isList = Array.isArray(source);
  for (const prefix of isList ? (source as readonly unknown[]) : [source]) {
    if (typeof prefix === 'string' && (isList || prefix.trim() !== '')) continue;
    throw new InvalidOptionError(
      `\`prefix\` is ${JSON.stringify(prefix)}; give a text such as '!', several of them, or a function. For commands ` +
        "without any prefix, give ['']",
      'prefix',
    );
  }
}

/** Prefix that a message begins with, as it was typed; `undefined` when it begins with none. */
export async function matchPrefix(
  message: Message,
  selfId: Snowflake,
  options: PrefixOptions,
): Promise<string | undefined> {
  const { content } = message;
  if (options.mentionPrefix ?? true) {
    const mention = new RegExp(`^<@!?${selfId}>\\s*`).exec(content);
    if (mention) return mention[0];
  }
  const prefixes = await prefixesFor(message, options.prefix);
  const fold = (text: string): string => (options.caseInsensitive ? text.toLowerCase() : text);
  const start = fold(content);
  const found = prefixes.find((prefix) => start.startsWith(fold(prefix)));
  return found === undefined ? undefined : content.slice(0, found.length);
}

/** Longest first, so that `!!` is not taken for `!`; an empty one comes last. */
async function prefixesFor(message: Message, source: PrefixSource | undefined): Promise<readonly string[]> {
  const given = typeof source === 'function' ? await source(message) : source;
  if (given === undefined) return [];
  const list = typeof given === 'string' ? [given] : [...given];
  return list.sort((a, b) => b.length - a.length);
}
