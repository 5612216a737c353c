/** Messages as Discord sends them: complete, and as one reader may see them. */
import type { Snowflake } from '../../types/type-tools.js';
import type { BotRecord } from './bot-record.js';
import { toPartialMember } from './member-record.js';
import type { MessageRecord } from './message-record.js';
import { toWirePoll } from './poll-record.js';
import type { World } from './world.js';

/** Message as REST gives it to a reader. @see https://docs.discord.com/developers/resources/message#message-object */
export function toWireMessage(
  world: World,
  message: MessageRecord,
  viewerId?: Snowflake,
): Record<string, unknown> {
  return {
    type: message.type,
    content: message.content,
    mentions: message.mentionedUserIds.flatMap((id) => world.users.get(id) ?? []),
    mention_roles: message.mentionedRoleIds,
    attachments: message.attachments,
    embeds: message.embeds,
    timestamp: message.timestamp,
    edited_timestamp: message.editedTimestamp,
    flags: message.flags,
    components: message.components,
    id: message.id,
    channel_id: message.channelId,
    author: message.author,
    pinned: message.pinnedAt !== undefined,
    mention_everyone: message.mentionEveryone,
    tts: message.tts,
    ...optionalFields(world, message, viewerId),
  };
}

/** Message as MESSAGE_CREATE and MESSAGE_UPDATE carry it: with the guild and the author's membership. */
export function toGatewayMessage(
  world: World,
  message: MessageRecord,
  viewerId: Snowflake | undefined,
): Record<string, unknown> {
  const wire = toWireMessage(world, message, viewerId);
  const channel = world.channels.get(message.channelId);
  if (channel) wire['channel_type'] = channel.data.type;
  if (message.guildId === undefined || message.ephemeralFor !== undefined) return wire;
  const members = world.guilds.get(message.guildId)?.members;
  const member = message.webhookId === undefined ? members?.get(message.author.id) : undefined;
  wire['guild_id'] = message.guildId;
  if (member) wire['member'] = toPartialMember(member);
  wire['mentions'] = message.mentionedUserIds.flatMap((id) => {
    const user = world.users.get(id);
    const mentioned = members?.get(id);
    return user ? [{ ...user, ...(mentioned ? { member: toPartialMember(mentioned) } : {}) }] : [];
  });
  return wire;
}

/** Whether the bot may read the content though it lacks the message-content intent. */
export function mayReadContent(message: MessageRecord, bot: BotRecord): boolean {
  return (
    message.author.id === bot.id ||
    message.applicationId === bot.application.id ||
    message.guildId === undefined ||
    message.mentionedUserIds.includes(bot.id)
  );
}

/** Copy of a message payload without what the message-content intent protects. */
export function withoutContent(wire: Record<string, unknown>): Record<string, unknown> {
  const { poll: _poll, ...rest } = wire;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}

function optionalFields(
  world: World,
  message: MessageRecord,
  viewerId: Snowflake | undefined,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (message.nonce !== undefined) fields['nonce'] = message.nonce;
  if (message.webhookId !== undefined) fields['webhook_id'] = message.webhookId;
  if (message.applicationId !== undefined) fields['application_id'] = message.applicationId;
  if (message.interactionMetadata) fields['interaction_metadata'] = message.interactionMetadata;
  if (message.interaction) fields['interaction'] = message.interaction;
  if (message.reference) fields['message_reference'] = message.reference;
  if (message.snapshots) fields['message_snapshots'] = message.snapshots;
  if (message.poll) fields['poll'] = toWirePoll(message.poll, viewerId);
  if (message.stickerItems) fields['sticker_items'] = message.stickerItems;
  const reactions = toWireReactions(message, viewerId);
  if (reactions.length > 0) fields['reactions'] = reactions;
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  if (thread) fields['thread'] = thread.data;
  if (message.referencedId !== undefined) {
    const referenced = world.findMessage(
      message.reference?.channel_id ?? message.channelId,
      message.referencedId,
    );
    fields['referenced_message'] = referenced
      ? toWireMessage(world, withoutReference(referenced), viewerId)
      : null;
  }
  return fields;
}

function withoutReference(message: MessageRecord): MessageRecord {
  const { referencedId: _referencedId, ...rest } = message;
  return rest;
}

function toWireReactions(message: MessageRecord, viewerId: Snowflake | undefined): Record<string, unknown>[] {
  return message.reactions.map(({ emoji, userIds }) => ({
    emoji,
    count: userIds.size,
    count_details: { burst: 0, normal: userIds.size },
    burst_colors: [],
    me_burst: false,
    me: viewerId !== undefined && userIds.has(viewerId),
  }));
}
