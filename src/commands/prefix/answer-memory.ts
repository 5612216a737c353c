import type { Message } from '../../models/message.js';
import type { Snowflake } from '../../types/type-tools.js';

/** Answers to the last commands that were typed, by the messages that called them. */
export class AnswerMemory {
  readonly #limit: number;
  readonly #answers = new Map<Snowflake, Message>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(messageId: Snowflake): Message | undefined {
    return this.#answers.get(messageId);
  }

  /** Keeps an answer, and lets the oldest go when there are too many. */
  remember(messageId: Snowflake, answer: Message | undefined): void {
    if (!answer || this.#limit === 0) return;
    this.#answers.delete(messageId);
    this.#answers.set(messageId, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#limit && oldest !== undefined) this.#answers.delete(oldest);
  }

  forget(messageId: Snowflake): Message | undefined {
    const answer = this.#answers.get(messageId);
    this.#answers.delete(messageId);
    return answer;
  }
}
