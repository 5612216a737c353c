import type {
  GatewayMessagePollVoteDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveAllDispatchData,
  GatewayMessageReactionRemoveDispatchData,
  GatewayMessageReactionRemoveEmojiDispatchData,
} from 'discord-api-types/v10';
import { PollVote } from '../../models/poll-vote.js';
import type { ReactionRecord } from '../../models/reaction.js';
import { Reaction } from '../../models/reaction.js';
import type { MessageRecord } from '../../models/records.js';
import { countReaction } from '../count-reaction.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Somebody reacted to a message. */
export function onReactionAdd(context: DispatchContext, data: GatewayMessageReactionAddDispatchData): void {
  changeReactions(context, data, (message) => countReaction(message, data, 1, context.host.selfId));
  context.emit('messageReactionAdd', (host) => [new Reaction(host, data as ReactionRecord)]);
}

/** Somebody took a reaction back, or a moderator did. */
export function onReactionRemove(
  context: DispatchContext,
  data: GatewayMessageReactionRemoveDispatchData,
): void {
  changeReactions(context, data, (message) => countReaction(message, data, -1, context.host.selfId));
  context.emit('messageReactionRemove', (host) => [new Reaction(host, data as ReactionRecord)]);
}

/** All reactions to a message were removed. */
export function onReactionRemoveAll(
  context: DispatchContext,
  data: GatewayMessageReactionRemoveAllDispatchData,
): void {
  const { channel_id: channelId, message_id: messageId, guild_id: guildId } = data;
  changeReactions(context, data, () => []);
  const held = context.cache.messages.get(channelId, messageId);
  context.emit('rawMessageReactionRemoveAll', (host) => [
    { channelId, messageId, guildId, cachedMessage: held && host.models.message(held) },
  ]);
  if (held) context.emit('messageReactionRemoveAll', (host) => [host.models.message(held)]);
}

/** All reactions with one emoji were removed from a message. */
export function onReactionRemoveEmoji(
  context: DispatchContext,
  data: GatewayMessageReactionRemoveEmojiDispatchData,
): void {
  const key = data.emoji.id ?? data.emoji.name;
  changeReactions(context, data, (message) =>
    (message.reactions ?? []).filter(({ emoji }) => (emoji.id ?? emoji.name) !== key),
  );
  context.emit('messageReactionRemoveEmoji', (host) => [new Reaction(host, data as ReactionRecord)]);
}

/** Somebody voted for an answer of a poll. */
export function onPollVoteAdd(context: DispatchContext, data: GatewayMessagePollVoteDispatchData): void {
  context.emit('messagePollVoteAdd', (host) => [new PollVote(host, data)]);
}

/** Somebody took a vote back. */
export function onPollVoteRemove(context: DispatchContext, data: GatewayMessagePollVoteDispatchData): void {
  context.emit('messagePollVoteRemove', (host) => [new PollVote(host, data)]);
}

function changeReactions(
  context: DispatchContext,
  data: { readonly channel_id: string; readonly message_id: string },
  change: (message: MessageRecord) => MessageRecord['reactions'] & object,
): void {
  const { messages } = context.cache;
  const held = messages.get(data.channel_id, data.message_id);
  if (held) messages.set(data.channel_id, data.message_id, { ...held, reactions: change(held) });
}
