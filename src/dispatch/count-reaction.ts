import type { APIEmoji, APIReaction } from 'discord-api-types/v10';
import type { MessageRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';

/** What the events about one reaction say. */
interface ReactionChange {
  readonly emoji: Pick<APIEmoji, 'animated' | 'id' | 'name'>;
  readonly user_id: Snowflake;
  readonly burst?: boolean;
}

/** Reactions of a message after one more, or one fewer; an emoji that nobody uses any more is gone. */
export function countReaction(
  message: MessageRecord,
  change: ReactionChange,
  by: 1 | -1,
  selfId: Snowflake,
): APIReaction[] {
  const key = change.emoji.id ?? change.emoji.name;
  const reactions = message.reactions ?? [];
  const isOwn = change.user_id === selfId;
  const known = reactions.some(({ emoji }) => (emoji.id ?? emoji.name) === key);
  if (!known) return by === 1 ? [...reactions, firstReaction(change, isOwn)] : [...reactions];
  return reactions
    .map((reaction) =>
      (reaction.emoji.id ?? reaction.emoji.name) === key ? counted(reaction, change, by, isOwn) : reaction,
    )
    .filter(({ count }) => count > 0);
}

function counted(reaction: APIReaction, change: ReactionChange, by: 1 | -1, isOwn: boolean): APIReaction {
  const { burst = 0, normal = reaction.count } = reaction.count_details ?? {};
  return {
    ...reaction,
    count: reaction.count + by,
    count_details: change.burst ? { burst: burst + by, normal } : { burst, normal: normal + by },
    me: isOwn && !change.burst ? by === 1 : reaction.me,
    me_burst: isOwn && change.burst ? by === 1 : reaction.me_burst,
  };
}

function firstReaction(change: ReactionChange, isOwn: boolean): APIReaction {
  const isBurst = change.burst ?? false;
  return {
    emoji: change.emoji,
    count: 1,
    count_details: { burst: isBurst ? 1 : 0, normal: isBurst ? 0 : 1 },
    me: isOwn && !isBurst,
    me_burst: isOwn && isBurst,
    burst_colors: [],
  };
}
