import type { RESTAPIPoll } from 'discord-api-types/v10';
import { InvalidMessageError } from '../../errors/invalid-message-error.js';
import type { EmojiLike } from '../emoji.js';
import { partsOf } from '../emoji.js';

/** Limits of a poll. @see https://docs.discord.com/developers/resources/poll */
const MOST_ANSWERS = 10;
const LONGEST_QUESTION = 300;
const LONGEST_ANSWER = 55;
const LONGEST_HOURS = 768;

/** How a poll goes. */
export interface PollSettings {
  /** Hours it is open, 1 to 768, which are 32 days. @defaultValue 24 */
  readonly durationHours?: number;
  /** Whether everybody may choose several answers. @defaultValue false */
  readonly allowMultiselect?: boolean;
}

/**
 * Poll to send; limits are checked at each step, where the mistake is made.
 *
 * @example
 * ```ts
 * const poll = new Poll('What for lunch?', ['Soup', 'Salad']).addAnswer('Pizza', '🍕');
 * const message = await channel.send({ poll });
 * ```
 */
export class Poll {
  /** Question, at most 300 characters. */
  readonly question: string;
  readonly #settings: PollSettings;
  readonly #answers: { readonly text: string; readonly emoji?: EmojiLike }[] = [];

  constructor(question: string, answers: readonly string[] = [], settings: PollSettings = {}) {
    this.question = checkedLength('question', question, LONGEST_QUESTION);
    this.#settings = settings;
    const { durationHours = 24 } = settings;
    if (!Number.isInteger(durationHours) || durationHours < 1 || durationHours > LONGEST_HOURS)
      throw new InvalidMessageError(
        `A poll is open for 1 to ${LONGEST_HOURS} whole hours, not for ${durationHours}.`,
      );
    for (const answer of answers) this.addAnswer(answer);
  }

  /** Adds an answer, at most ten. */
  addAnswer(text: string, emoji?: EmojiLike): this {
    if (this.#answers.length >= MOST_ANSWERS)
      throw new InvalidMessageError(`A poll has at most ${MOST_ANSWERS} answers; "${text}" is one too many.`);
    checkedLength('answer', text, LONGEST_ANSWER);
    this.#answers.push(emoji === undefined ? { text } : { text, emoji });
    return this;
  }

  /** Form in which Discord takes it. */
  toJSON(): RESTAPIPoll {
    const { allowMultiselect = false, durationHours = 24 } = this.#settings;
    return {
      question: { text: this.question },
      answers: this.#answers.map(({ text, emoji }) => ({
        poll_media: { text, ...(emoji === undefined ? {} : { emoji: emojiOf(emoji) }) },
      })),
      duration: durationHours,
      allow_multiselect: allowMultiselect,
      layout_type: 1,
    };
  }
}

function emojiOf(emoji: EmojiLike): { id: string; name: null } | { id: null; name: string } {
  const { id, name } = partsOf(emoji);
  return id ? { id, name: null } : { id: null, name: name ?? '' };
}

function checkedLength(part: string, text: string, most: number): string {
  if (text.length > 0 && text.length <= most) return text;
  throw new InvalidMessageError(`The ${part} of a poll has 1 to ${most} characters, not ${text.length}.`);
}
