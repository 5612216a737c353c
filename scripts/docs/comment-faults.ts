import type { PublicName } from './reference.js';

/** So many different names may share a first sentence: the same thing has the same words in several models. */
const MOST_NAMES_OF_ONE_SENTENCE = 5;
const STOP_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** What is wrong with the comments of public names, one line each: place, path and fault. */
export function commentFaults(names: readonly PublicName[]): readonly string[] {
  const shared = boilerplate(names);
  return names.flatMap((name) => {
    const fault = faultOf(name, shared);
    return fault === undefined ? [] : [`${name.place} ${name.path} ${fault}`];
  });
}

function faultOf({ name, sentence }: PublicName, shared: ReadonlySet<string>): string | undefined {
  if (sentence === undefined) return 'has no comment.';
  if (sentence === '') return 'has tags and no sentence.';
  if (/^(The|This|Returns|Gets) /.test(sentence)) return `begins with an empty word: "${sentence}"`;
  if (!sentence.endsWith('.')) return `does not end with a period: "${sentence}"`;
  if (onlyRepeats(name, sentence)) return `repeats its name: "${sentence}"`;
  if (shared.has(sentence)) return `says what many others say: "${sentence}"`;
  return undefined;
}

/** Whether a sentence is the name in words, as "The guild id." is for `guildId`. */
function onlyRepeats(name: string, sentence: string): boolean {
  const parts = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return !/[\d`]/.test(sentence) && wordsOf(sentence) === wordsOf(parts);
}

function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).join(' ');
}

/** Sentences that stand under too many different names to say anything. */
function boilerplate(names: readonly PublicName[]): ReadonlySet<string> {
  const namesBySentence = new Map<string, Set<string>>();
  for (const { name, sentence } of names) {
    if (sentence === undefined) continue;
    namesBySentence.set(sentence, (namesBySentence.get(sentence) ?? new Set()).add(name));
  }
  const all = [...namesBySentence].filter(([, users]) => users.size > MOST_NAMES_OF_ONE_SENTENCE);
  return new Set(all.map(([sentence]) => sentence));
}
