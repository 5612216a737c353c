import type { Snowflake } from '../../types/type-tools.js';

/** Poll of a message, with the votes. @see https://docs.discord.com/developers/resources/poll */
export interface PollRecord {
  readonly question: { text: string };
  readonly answers: { answer_id: number; poll_media: { text?: string; emoji?: Record<string, unknown> } }[];
  readonly allow_multiselect: boolean;
  readonly layout_type: number;
  expiry: string;
  isFinalized: boolean;
  /** Voters by answer. */
  readonly votes: Map<number, Set<Snowflake>>;
}

/** Poll as one reader sees it. */
export function toWirePoll(poll: PollRecord, viewerId: Snowflake | undefined): Record<string, unknown> {
  return {
    question: poll.question,
    answers: poll.answers,
    expiry: poll.expiry,
    allow_multiselect: poll.allow_multiselect,
    layout_type: poll.layout_type,
    results: {
      is_finalized: poll.isFinalized,
      answer_counts: [...poll.votes]
        .filter(([, voters]) => voters.size > 0)
        .map(([id, voters]) => ({
          id,
          count: voters.size,
          me_voted: viewerId !== undefined && voters.has(viewerId),
        })),
    },
  };
}
