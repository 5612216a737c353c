import type { MessageRecord } from '../records.js';

/** How a poll came out, as the message says that Discord sends at its end. */
export interface PollResult {
  /** What was asked. */
  readonly question: string;
  /** How many votes were given in all. */
  readonly totalVotes: number;
  /** Answer with the most votes; `undefined` for a tie, or when nobody voted. */
  readonly winner: { readonly id: number; readonly text: string; readonly votes: number } | undefined;
}

/** Reads the embed by which Discord tells how a poll came out; `undefined` for any other message. */
export function pollResultOf(message: MessageRecord): PollResult | undefined {
  const embed = message.embeds?.find(({ type }) => (type as string | undefined) === 'poll_result');
  if (!embed) return undefined;
  const value = (name: string): string | undefined =>
    embed.fields?.find((field) => field.name === name)?.value;
  const winnerId = value('victor_answer_id');
  return {
    question: value('poll_question_text') ?? '',
    totalVotes: Number(value('total_votes') ?? 0),
    winner:
      winnerId === undefined
        ? undefined
        : {
            id: Number(winnerId),
            text: value('victor_answer_text') ?? '',
            votes: Number(value('victor_answer_votes') ?? 0),
          },
  };
}
