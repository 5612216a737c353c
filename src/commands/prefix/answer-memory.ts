import type { Message } from '../../models/message.js';
import type { Snowflake } from '../../types/type-tools.js';

/** Answers to the last commands that were typed, by the messages that called them; the first is the one to edit. */
export class AnswerMemory {
  readonly #limit: number;
  readonly #answers = new Map<Snowflake, readonly Message[]>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** First answer to a message. */
  first(messageId: Snowflake): Message | undefined {
    return this.#answers.get(messageId)?.[0];
  }

  /** Keeps the answers to a message, and lets the oldest go when there are too many. */
  remember(messageId: Snowflake, answers: readonly Message[]): void {
    if (answers.length === 0 || this.#limit === 0) return;
    this.#answers.delete(messageId);
    this.#answers.set(messageId, answers);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#limit && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** Gives the answers to a message for the last time. */
  forget(messageId: Snowflake): readonly Message[] {
    const answers = this.#answers.get(messageId) ?? [];
    this.#answers.delete(messageId);
    return answers;
  }
}
