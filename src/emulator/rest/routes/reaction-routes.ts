/** Reactions, pins and polls of messages. @see https://docs.discord.com/developers/resources/message#create-reaction */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { compareSnowflakes } from '../../../utils/snowflake.js';
import type { ChannelRecord } from '../../world/channel-record.js';
import { publishMessage, writeMessage } from '../../world/message-book.js';
import { textDraft } from '../../world/message-draft.js';
import type { MessageRecord, ReactionRecord } from '../../world/message-record.js';
import { toWireMessage } from '../../world/message-wire.js';
import { endPoll } from '../../world/poll-end.js';
import { addReaction, findReaction, parseEmoji, removeReaction } from '../../world/reactions.js';
import { hasIn, permittedChannel, requireIn, visibleChannel, visibleMessage } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { RestCall, Route } from '../rest-call.js';
import { callerOf, param, queryInteger, route } from '../rest-call.js';

const REACTIONS = '/channels/:channel/messages/:message/reactions';
const PINS = '/channels/:channel/messages/pins';

export const reactionRoutes: readonly Route[] = [
  route('PUT', `${REACTIONS}/:emoji/@me`, react),
  route('DELETE', `${REACTIONS}/:emoji/@me`, (call) => unreact(call, callerOf(call).id)),
  route('DELETE', `${REACTIONS}/:emoji/:user`, (call) => unreact(call, param(call, 'user'))),
  route('GET', `${REACTIONS}/:emoji`, listReactors),
  route('DELETE', REACTIONS, clearReactions),
  route('DELETE', `${REACTIONS}/:emoji`, clearEmoji),
  route('GET', PINS, listPins),
  route('PUT', `${PINS}/:message`, (call) => pin(call, true)),
  route('DELETE', `${PINS}/:message`, (call) => pin(call, false)),
  route('GET', '/channels/:channel/pins', (call) =>
    pinsOf(visibleChannel(call)).map((message) => toWireMessage(call.world, message, callerOf(call).id)),
  ),
  route('PUT', '/channels/:channel/pins/:message', (call) => pin(call, true)),
  route('DELETE', '/channels/:channel/pins/:message', (call) => pin(call, false)),
  route('GET', '/channels/:channel/polls/:message/answers/:answer', listVoters),
  route('POST', '/channels/:channel/polls/:message/expire', expirePoll),
];

function react(call: RestCall): undefined {
  const channel = permittedChannel(call, P.ReadMessageHistory);
  const message = visibleMessage(call, channel);
  const emoji = emojiOf(call);
  if (!findReaction(message, emoji)) {
    requireIn(call, channel, P.AddReactions);
    if (message.reactions.length >= 20)
      throw new ApiFailure(400, 30010, 'Maximum number of reactions reached (20)');
  }
  addReaction(call.world, message, param(call, 'emoji'), callerOf(call).id);
}

function emojiOf(call: RestCall): ReactionRecord['emoji'] {
  const emoji = parseEmoji(call.world, param(call, 'emoji'));
  if (!emoji) throw new ApiFailure(400, 10014, 'Unknown Emoji');
  return emoji;
}

function unreact(call: RestCall, userId: string): undefined {
  const channel = visibleChannel(call);
  const message = visibleMessage(call, channel);
  emojiOf(call);
  if (userId !== callerOf(call).id) requireIn(call, channel, P.ManageMessages);
  removeReaction(call.world, message, param(call, 'emoji'), userId);
}

function listReactors(call: RestCall): unknown {
  const channel = permittedChannel(call, P.ReadMessageHistory);
  const message = visibleMessage(call, channel);
  const reaction = findReaction(message, emojiOf(call));
  const limit = queryInteger(call, 'limit', 25, 1, 100);
  const after = BigInt(call.query.get('after') ?? '0');
  // Nobody here has what burst reactions cost.
  const isBurst = queryInteger(call, 'type', 0, 0, 1) === 1;
  const reactors = isBurst ? [] : [...(reaction?.userIds ?? [])].sort(compareSnowflakes);
  const ids = reactors.filter((id) => BigInt(id) > after).slice(0, limit);
  return ids.flatMap((id) => call.world.users.get(id) ?? []);
}

function clearReactions(call: RestCall): undefined {
  const channel = permittedChannel(call, P.ManageMessages);
  const message = visibleMessage(call, channel);
  message.reactions.length = 0;
  call.world.publish({ name: 'MESSAGE_REACTION_REMOVE_ALL', data: placeOf(message), ...audience(message) });
}

function clearEmoji(call: RestCall): undefined {
  const channel = permittedChannel(call, P.ManageMessages);
  const message = visibleMessage(call, channel);
  const emoji = emojiOf(call);
  const reaction = findReaction(message, emoji);
  if (reaction) message.reactions.splice(message.reactions.indexOf(reaction), 1);
  const data = { ...placeOf(message), emoji };
  call.world.publish({ name: 'MESSAGE_REACTION_REMOVE_EMOJI', data, ...audience(message) });
}

function placeOf(message: MessageRecord): Record<string, unknown> {
  const guild = message.guildId === undefined ? {} : { guild_id: message.guildId };
  return { channel_id: message.channelId, message_id: message.id, ...guild };
}

function audience({ guildId, channelId }: MessageRecord): { guildId: string | undefined; channelId: string } {
  return { guildId, channelId };
}

function pinsOf(channel: ChannelRecord): MessageRecord[] {
  return [...channel.messages.values()]
    .filter(({ pinnedAt }) => pinnedAt !== undefined)
    .sort((a, b) => Date.parse(b.pinnedAt!) - Date.parse(a.pinnedAt!));
}

function listPins(call: RestCall): unknown {
  const channel = visibleChannel(call);
  const limit = queryInteger(call, 'limit', 50, 1, 50);
  const before = call.query.get('before');
  const pins = hasIn(call, channel, P.ReadMessageHistory) ? pinsOf(channel) : [];
  const older = pins.filter(({ pinnedAt }) => before === null || Date.parse(pinnedAt!) < Date.parse(before));
  const items = older.slice(0, limit).map((message) => ({
    pinned_at: message.pinnedAt,
    message: toWireMessage(call.world, message, callerOf(call).id),
  }));
  return { items, has_more: older.length > limit };
}

function pin(call: RestCall, isPinned: boolean): undefined {
  const channel = permittedChannel(call, P.PinMessages);
  const message = visibleMessage(call, channel);
  if ((message.pinnedAt !== undefined) === isPinned) return;
  if (isPinned && pinsOf(channel).length >= 250)
    throw new ApiFailure(400, 30003, 'Maximum number of pins reached (250)');
  message.pinnedAt = isPinned ? call.world.timestamp() : undefined;
  if (isPinned) channel.data.last_pin_timestamp = message.pinnedAt ?? null;
  publishMessage(call.world, 'MESSAGE_UPDATE', message);
  const place = {
    channel_id: channel.data.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  };
  const data = { ...place, last_pin_timestamp: channel.data.last_pin_timestamp ?? null };
  call.world.publish({ name: 'CHANNEL_PINS_UPDATE', data, ...audience(message) });
  const guild = call.world.guildOf(channel);
  const options = { channel_id: channel.data.id, message_id: message.id };
  if (guild) audit(call, guild, { actionType: isPinned ? 74 : 75, targetId: message.author.id, options });
  if (!isPinned) return;
  const reference = { type: 0, ...place, message_id: message.id };
  writeMessage(call.world, channel, callerOf(call).user, textDraft(''), { type: 6, reference });
}

function pollMessage(call: RestCall): MessageRecord & Required<Pick<MessageRecord, 'poll'>> {
  const message = visibleMessage(call, visibleChannel(call));
  if (!message.poll) throw new ApiFailure(400, 520_006, 'Cannot expire a non-poll message');
  return message as MessageRecord & Required<Pick<MessageRecord, 'poll'>>;
}

function listVoters(call: RestCall): unknown {
  const voters = pollMessage(call).poll.votes.get(Number(param(call, 'answer')));
  if (!voters) throw unknown('Message');
  const limit = queryInteger(call, 'limit', 25, 1, 100);
  const after = BigInt(call.query.get('after') ?? '0');
  const ids = [...voters].filter((id) => BigInt(id) > after).slice(0, limit);
  return { users: ids.flatMap((id) => call.world.users.get(id) ?? []) };
}

function expirePoll(call: RestCall): unknown {
  const message = pollMessage(call);
  if (message.author.id !== callerOf(call).id)
    throw new ApiFailure(403, 50_005, 'Cannot edit a message authored by another user');
  if (message.poll.isFinalized) throw new ApiFailure(400, 520_001, 'Poll expired');
  message.poll.expiry = call.world.timestamp();
  endPoll(call.world, message, message.poll);
  return toWireMessage(call.world, message, callerOf(call).id);
}
