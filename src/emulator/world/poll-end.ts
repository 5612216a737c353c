/** How polls end. @see https://docs.discord.com/developers/resources/poll#poll-results-object */
import { publishMessage, writeMessage } from './message-book.js';
import { textDraft } from './message-draft.js';
import type { MessageRecord } from './message-record.js';
import type { PollRecord } from './poll-record.js';
import type { World } from './world.js';

const POLL_RESULT = 46;

/** Ends every poll when its time is up. */
export function endPollsInTime(world: World): void {
  world.listen(({ name, message }) => {
    const poll = message?.poll;
    if (!message || !poll || poll.isFinalized || !/^MESSAGE_(CREATE|UPDATE)$/.test(name)) return;
    world.agenda.at(`poll:${message.id}`, Date.parse(poll.expiry), () => {
      if (!message.isDeleted) endPoll(world, message, poll);
    });
  });
}

/** Counts the votes for good, and says in the channel who won. */
export function endPoll(world: World, message: MessageRecord, poll: PollRecord): void {
  world.agenda.cancel(`poll:${message.id}`);
  poll.isFinalized = true;
  publishMessage(world, 'MESSAGE_UPDATE', message);
  const channel = world.channels.get(message.channelId);
  if (!channel) return;
  const reference = {
    type: 0,
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  };
  const embed = { type: 'poll_result' as never, fields: resultFields(poll) };
  const draft = { ...textDraft(''), embeds: [embed] };
  writeMessage(world, channel, message.author, draft, { type: POLL_RESULT, referenced: message, reference });
}

/** Fields of the result; a draw has no victor. */
function resultFields(poll: PollRecord): { name: string; value: string; inline: boolean }[] {
  const counts = poll.answers.map((answer) => ({
    answer,
    count: poll.votes.get(answer.answer_id)?.size ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const winners = counts.filter(({ count }) => count === most && count > 0);
  const [winner] = winners.length === 1 ? winners : [];
  const fields: Record<string, string> = {
    poll_question_text: poll.question.text,
    victor_answer_votes: String(most),
    total_votes: String(total),
    ...(winner
      ? {
          victor_answer_id: String(winner.answer.answer_id),
          victor_answer_text: winner.answer.poll_media.text ?? '',
        }
      : {}),
  };
  return Object.entries(fields).map(([name, value]) => ({ name, value, inline: false }));
}
