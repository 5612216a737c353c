import type { APIPoll } from 'discord-api-types/v10';
import type { LazyList } from '../../rest/lazy-list.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { PartialEmoji } from '../emoji.js';
import type { ModelHost } from '../host.js';
import type { Message } from '../message.js';
import type { User } from '../user.js';

/** Answer of a poll, with what is known of the votes. */
export class PollAnswer {
  /** Number of the answer, from 1. */
  readonly id: number;
  /** Words of the answer. */
  readonly text: string;
  /** Emoji beside the words. */
  readonly emoji: PartialEmoji | undefined;
  /** How many chose it; roughly until the poll is over. */
  readonly voteCount: number;
  /** Whether the bot chose it, which bots cannot. */
  readonly hasOwnVote: boolean;
  readonly #poll: MessagePoll;

  constructor(poll: MessagePoll, { answer_id: id, poll_media: media }: APIPoll['answers'][number]) {
    this.#poll = poll;
    this.id = id;
    this.text = media.text ?? '';
    this.emoji = media.emoji;
    const count = poll.raw.results?.answer_counts.find((counted) => counted.id === id);
    this.voteCount = count?.count ?? 0;
    this.hasOwnVote = count?.me_voted ?? false;
  }

  /** Users who chose it, by ascending id or after one; fetched as they are read. */
  voters(query: { readonly after?: Snowflake } = {}): LazyList<User> {
    return this.#poll.voters(this.id, query);
  }
}

/** Poll of a message; it follows the message for as long as it is held. @see https://docs.discord.com/developers/resources/poll */
export class MessagePoll {
  readonly #host: ModelHost;
  readonly #message: Message;
  #last: Readonly<APIPoll>;

  constructor(host: ModelHost, message: Message, poll: Readonly<APIPoll>) {
    this.#host = host;
    this.#message = message;
    this.#last = poll;
  }

  /** Poll in Discord's own names, for fields that have no property here. */
  get raw(): Readonly<APIPoll> {
    this.#last = this.#message.raw.poll ?? this.#last;
    return this.#last;
  }

  /** What is asked. */
  get question(): string {
    return this.raw.question.text ?? '';
  }
  /** Answers with their votes, in their order. */
  get answers(): PollAnswer[] {
    return this.raw.answers.map((answer) => new PollAnswer(this, answer));
  }
  /** Whether one user may choose several answers. */
  get allowMultiselect(): boolean {
    return this.raw.allow_multiselect;
  }
  /** When it ends or ended; `undefined` for one without an end. */
  get expiresAt(): Date | undefined {
    return this.raw.expiry ? new Date(this.raw.expiry) : undefined;
  }
  /** Whether nobody can vote any more. */
  get hasEnded(): boolean {
    return (
      this.isFinalized || (this.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) <= this.#host.clock.now()
    );
  }
  /** Whether the votes are counted exactly. */
  get isFinalized(): boolean {
    return this.raw.results?.is_finalized ?? false;
  }
  /** Votes for all answers together. */
  get totalVotes(): number {
    return this.answers.reduce((sum, { voteCount }) => sum + voteCount, 0);
  }
  /** Answer with the most votes once it is over; `undefined` for a tie, or when nobody voted. */
  get winner(): PollAnswer | undefined {
    if (!this.hasEnded) return undefined;
    const [first, second] = this.answers.sort((a, b) => b.voteCount - a.voteCount);
    return first && first.voteCount > (second?.voteCount ?? 0) ? first : undefined;
  }

  /** Answer by its number. */
  answer(id: number): PollAnswer | undefined {
    return this.answers.find((answer) => answer.id === id);
  }

  /** Users who chose an answer, by ascending id or after one; fetched as they are read. */
  voters(answerId: number, query: { readonly after?: Snowflake } = {}): LazyList<User> {
    const { channelId, id } = this.#message;
    return this.#host.rest.polls
      .iterateVoters(channelId, id, answerId, query)
      .map((user) => this.#host.answers.user(user));
  }

  /** Ends it now; only the bot's own. */
  end(): Promise<Message> {
    return this.#message.endPoll();
  }

  /** Poll in Discord's own names. */
  toJSON(): Readonly<APIPoll> {
    return this.raw;
  }
}
