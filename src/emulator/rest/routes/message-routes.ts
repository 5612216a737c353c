/** Messages of a channel. @see https://docs.discord.com/developers/resources/message */
import { GatewayIntentBits, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { publishToFollowers } from '../../world/announcements.js';
import type { BotRecord } from '../../world/bot-record.js';
import type { ChannelRecord } from '../../world/channel-record.js';
import { isThreadType } from '../../world/channel-record.js';
import { deleteMessage, editMessage, writeMessage } from '../../world/message-book.js';
import type { MessageRecord } from '../../world/message-record.js';
import { mayReadContent, toWireMessage, withoutContent } from '../../world/message-wire.js';
import { publishTyping } from '../../world/typing.js';
import type { World } from '../../world/world.js';
import { hasIn, permittedChannel, requireIn, visibleChannel, visibleMessage } from '../access.js';
import { ApiFailure, invalidForm, missingPermissions } from '../api-failure.js';
import type { Form } from '../form.js';
import { readMessageEdit, readNewMessage, SETTABLE_FLAGS } from '../forms/message-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, queryInteger, route } from '../rest-call.js';

const BULK_LIMIT_MS = 14 * 86_400_000;
const UNDELETABLE: readonly number[] = [1, 2, 3, 4, 5, 21];

export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/:channel/messages', listMessages),
  route('POST', '/channels/:channel/messages', createMessage),
  route('POST', '/channels/:channel/messages/bulk-delete', bulkDelete),
  route('GET', '/channels/:channel/messages/:message', (call) => {
    const channel = permittedChannel(call, P.ReadMessageHistory);
    return toReadableMessage(call.world, visibleMessage(call, channel), callerOf(call));
  }),
  route('PATCH', '/channels/:channel/messages/:message', changeMessage),
  route('DELETE', '/channels/:channel/messages/:message', removeMessage),
  route('POST', '/channels/:channel/messages/:message/crosspost', crosspost),
  route('POST', '/channels/:channel/typing', startTyping),
];

/** Message as REST shows it to a bot: without content when the bot may not read it. */
export function toReadableMessage(
  world: World,
  message: MessageRecord,
  bot: BotRecord,
): Record<string, unknown> {
  const wire = toWireMessage(world, message, bot.id);
  const mayRead =
    (bot.privilegedIntents & GatewayIntentBits.MessageContent) !== 0 || mayReadContent(message, bot);
  return mayRead ? wire : withoutContent(wire);
}

function listMessages(call: RestCall): unknown {
  const channel = visibleChannel(call);
  const limit = queryInteger(call, 'limit', 50, 1, 100);
  if (!hasIn(call, channel, P.ReadMessageHistory)) return [];
  const all = [...channel.messages.values()].filter((message) => message.ephemeralFor === undefined);
  return page(all, call.query, limit)
    .reverse()
    .map((message) => toReadableMessage(call.world, message, callerOf(call)));
}

/** Part of a list in ascending order, as `before`, `after` and `around` choose it. */
function page(messages: MessageRecord[], query: URLSearchParams, limit: number): MessageRecord[] {
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  if (before) return messages.filter(({ id }) => BigInt(id) < BigInt(before)).slice(-limit);
  if (after) return messages.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
  if (!around) return messages.slice(-limit);
  const at = messages.findIndex(({ id }) => BigInt(id) >= BigInt(around));
  const middle = at === -1 ? messages.length : at;
  const start = Math.max(0, middle - Math.floor(limit / 2));
  return messages.slice(start, start + limit);
}

function createMessage(call: RestCall): unknown {
  const bot = callerOf(call);
  const channel = visibleChannel(call);
  const isThread = isThreadType(channel.data.type);
  requireIn(call, channel, isThread ? P.SendMessagesInThreads : P.SendMessages);
  if (channel.data.type === 4 || channel.data.type === 15 || channel.data.type === 16) {
    throw new ApiFailure(400, 50008, 'Cannot send messages in a non-text channel');
  }
  checkRecipient(call, channel);
  if (channel.data.thread_metadata?.locked && !hasIn(call, channel, P.ManageThreads)) {
    throw new ApiFailure(400, 160005, 'Thread is locked');
  }
  const form = bodyForm(call);
  const reference = readReference(call, channel, form);
  const isForward = reference?.type === 1;
  const draft = readNewMessage(form, {
    world: call.world,
    channel,
    files: call.files,
    allowedFlags: SETTABLE_FLAGS,
    mayBeEmpty: isForward,
  });
  if (draft.attachments.length > 0) requireIn(call, channel, P.AttachFiles);
  if (draft.poll) requireIn(call, channel, P.SendPolls);
  const same = findSameNonce(channel, bot, form, draft.nonce);
  if (same) return toWireMessage(call.world, same, bot.id);
  const message = writeMessage(
    call.world,
    channel,
    bot.user,
    draft,
    reference ? toContext(call.world, reference) : {},
  );
  return toWireMessage(call.world, message, bot.id);
}

function checkRecipient(call: RestCall, channel: ChannelRecord): void {
  if (channel.recipientIds.length === 0) return;
  const bot = callerOf(call);
  const otherId = channel.recipientIds.find((id) => id !== bot.id);
  const other = call.world.users.get(otherId ?? '');
  const isClosed = call.world.thingsOf('closed-dms').has(`${otherId}:${bot.id}`);
  if (!other || other.bot || isClosed) throw new ApiFailure(403, 50007, 'Cannot send messages to this user');
}

interface Reference {
  readonly type: number;
  readonly message: MessageRecord | undefined;
}

function readReference(call: RestCall, channel: ChannelRecord, form: Form): Reference | undefined {
  const inner = form.object('message_reference');
  if (!inner) return undefined;
  const type = inner.integer('type', { oneOf: [0, 1] }) ?? 0;
  const messageId = inner.snowflake('message_id', { required: true });
  const channelId = inner.snowflake('channel_id', { required: type === 1 }) ?? channel.data.id;
  const mustExist = inner.boolean('fail_if_not_exists') ?? true;
  form.check();
  const message = call.world.findMessage(channelId, messageId!);
  if (message && message.ephemeralFor === undefined) {
    if (type === 0) requireIn(call, channel, P.ReadMessageHistory);
    if (type === 0 && channelId !== channel.data.id) {
      throw invalidForm(
        ['message_reference'],
        'MESSAGE_REFERENCE_CHANNEL_MISMATCH',
        'Cannot reply to a message in another channel',
      );
    }
    return { type, message };
  }
  if (mustExist)
    throw invalidForm(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  return undefined;
}

function toContext(world: World, { type, message }: Reference): Parameters<typeof writeMessage>[4] {
  if (!message) return {};
  const reference = {
    type,
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  };
  if (type === 0) return { type: MessageType.Reply, referenced: message, reference };
  return { reference, snapshots: [{ message: toSnapshot(world, message) }] };
}

function toSnapshot(world: World, message: MessageRecord): Record<string, unknown> {
  const wire = toWireMessage(world, message);
  const keys =
    'type content embeds attachments timestamp edited_timestamp flags mentions mention_roles sticker_items components';
  return Object.fromEntries(
    keys.split(' ').flatMap((key) => (wire[key] === undefined ? [] : [[key, wire[key]]])),
  );
}

function findSameNonce(
  channel: ChannelRecord,
  bot: BotRecord,
  form: Form,
  nonce: string | number | undefined,
): MessageRecord | undefined {
  if (nonce === undefined || form.raw('enforce_nonce') !== true) return undefined;
  return [...channel.messages.values()].find(
    (message) => message.nonce === nonce && message.author.id === bot.id,
  );
}

function changeMessage(call: RestCall): unknown {
  const bot = callerOf(call);
  const channel = visibleChannel(call);
  const message = visibleMessage(call, channel);
  const form = bodyForm(call);
  if (message.author.id !== bot.id) return suppressOthersEmbeds(call, channel, message, form);
  if (message.snapshots || message.flags & 8192)
    throw new ApiFailure(403, 50021, 'Cannot execute action on a system message');
  const draft = readMessageEdit(form, {
    world: call.world,
    channel,
    files: call.files,
    allowedFlags: SETTABLE_FLAGS,
    edited: message,
  });
  editMessage(call.world, message, { draft });
  return toWireMessage(call.world, message, bot.id);
}

function suppressOthersEmbeds(
  call: RestCall,
  channel: ChannelRecord,
  message: MessageRecord,
  form: Form,
): unknown {
  const flags = form.integer('flags');
  const isOnlyFlags = Object.keys((call.body ?? {}) as object).every((key) => key === 'flags');
  if (!isOnlyFlags || flags === undefined) {
    throw new ApiFailure(403, 50005, 'Cannot edit a message authored by another user');
  }
  requireIn(call, channel, P.ManageMessages);
  editMessage(call.world, message, { draft: { flags: (message.flags & ~4) | (flags & 4) }, isQuiet: true });
  return toReadableMessage(call.world, message, callerOf(call));
}

function removeMessage(call: RestCall): undefined {
  const channel = visibleChannel(call);
  const message = visibleMessage(call, channel);
  if (UNDELETABLE.includes(message.type))
    throw new ApiFailure(403, 50021, 'Cannot execute action on a system message');
  const isOwn = message.author.id === callerOf(call).id;
  if (!isOwn && channel.recipientIds.length > 0)
    throw new ApiFailure(403, 50003, 'Cannot execute action on a DM channel');
  if (!isOwn) requireIn(call, channel, P.ManageMessages);
  deleteMessage(call.world, message);
}

function bulkDelete(call: RestCall): undefined {
  const channel = permittedChannel(call, P.ManageMessages);
  if (channel.recipientIds.length > 0)
    throw new ApiFailure(403, 50003, 'Cannot execute action on a DM channel');
  const form = bodyForm(call);
  const ids = form.strings('messages', { required: true, min: 2, max: 100 });
  form.check();
  const messages = [...new Set(ids)].flatMap((id) => call.world.findMessage(channel.data.id, id) ?? []);
  const oldestMs = call.world.clock.now() - BULK_LIMIT_MS;
  if (messages.some(({ timestamp }) => Date.parse(timestamp) < oldestMs)) {
    throw new ApiFailure(400, 50034, 'You can only bulk delete messages that are under 14 days old.');
  }
  for (const message of messages) {
    message.isDeleted = true;
    channel.messages.delete(message.id);
  }
  const data = {
    ids: messages.map(({ id }) => id),
    channel_id: channel.data.id,
    guild_id: channel.data.guild_id,
  };
  call.world.publish({
    name: 'MESSAGE_DELETE_BULK',
    data,
    guildId: channel.data.guild_id,
    channelId: channel.data.id,
  });
}

function crosspost(call: RestCall): unknown {
  const channel = visibleChannel(call);
  const message = visibleMessage(call, channel);
  if (channel.data.type !== 5) throw new ApiFailure(400, 50068, 'Invalid message type');
  if (message.author.id !== callerOf(call).id && !hasIn(call, channel, P.ManageMessages))
    throw missingPermissions();
  if (message.flags & 1) throw new ApiFailure(400, 40033, 'This message has already been crossposted');
  publishToFollowers(call.world, message);
  return toWireMessage(call.world, message, callerOf(call).id);
}

function startTyping(call: RestCall): undefined {
  const channel = permittedChannel(call, P.SendMessages);
  publishTyping(call.world, channel, callerOf(call).id);
}
