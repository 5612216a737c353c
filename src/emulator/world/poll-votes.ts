/** Votes of people in polls. @see https://docs.discord.com/developers/resources/poll */
import type { Snowflake } from '../../types/type-tools.js';
import type { MessageRecord } from './message-record.js';
import type { World } from './world.js';

/** Sets what somebody votes for, and tells everybody what changed; answers that do not exist are left out. */
export function setVotes(
  world: World,
  message: MessageRecord,
  userId: Snowflake,
  answerIds: readonly number[],
): void {
  const { poll } = message;
  if (!poll) return;
  for (const { answer_id: answerId } of poll.answers) {
    const voters = poll.votes.get(answerId) ?? new Set<Snowflake>();
    poll.votes.set(answerId, voters);
    const isWanted = answerIds.includes(answerId);
    if (isWanted === voters.has(userId)) continue;
    if (isWanted) voters.add(userId);
    else voters.delete(userId);
    publishVote(world, message, { userId, answerId, isAdded: isWanted });
  }
}

function publishVote(
  world: World,
  { id, channelId, guildId }: MessageRecord,
  vote: { readonly userId: Snowflake; readonly answerId: number; readonly isAdded: boolean },
): void {
  world.publish({
    name: vote.isAdded ? 'MESSAGE_POLL_VOTE_ADD' : 'MESSAGE_POLL_VOTE_REMOVE',
    data: {
      user_id: vote.userId,
      channel_id: channelId,
      message_id: id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
      answer_id: vote.answerId,
    },
    guildId,
    channelId,
  });
}
