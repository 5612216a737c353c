/** Writing, editing and deleting messages: the one way by which anything is said, whoever says it. */
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import { isThreadType } from './channel-record.js';
import { findMentions, mentionableText } from './mentions.js';
import type { MessageDraft } from './message-draft.js';
import type { ComponentRecord, MessageRecord } from './message-record.js';
import { toGatewayMessage } from './message-wire.js';
import { planArchive, setArchived } from './thread-rest.js';
import type { UserRecord } from './user-record.js';
import type { World } from './world.js';

/** Circumstances of a message besides its content. */
export interface MessageContext {
  readonly type?: number;
  readonly referenced?: MessageRecord | undefined;
  readonly reference?: MessageRecord['reference'];
  /** Copies that a forward carries. */
  readonly snapshots?: MessageRecord['snapshots'];
  readonly webhookId?: Snowflake;
  readonly applicationId?: Snowflake;
  readonly interactionMetadata?: Record<string, unknown>;
  readonly interaction?: Record<string, unknown>;
  /** Makes the message ephemeral. */
  readonly ephemeralFor?: Snowflake | undefined;
  /** Id to use instead of a new one. */
  readonly id?: Snowflake;
}

/** Writes a message into a channel and tells everybody. */
export function writeMessage(
  world: World,
  channel: ChannelRecord,
  author: UserRecord,
  draft: MessageDraft,
  context: MessageContext = {},
): MessageRecord {
  const mentions = findMentions(world, {
    text: mentionableText(draft.content, draft.components),
    channel,
    authorId: author.id,
    allowed: draft.allowedMentions,
    repliedUserId: context.type === MessageType.Reply ? context.referenced?.author.id : undefined,
  });
  const message: MessageRecord = {
    id: context.id ?? world.ids.next(),
    channelId: channel.data.id,
    guildId: channel.data.guild_id,
    type: context.type ?? MessageType.Default,
    author,
    content: draft.content.trim(),
    timestamp: world.timestamp(),
    editedTimestamp: null,
    tts: draft.tts,
    mentionEveryone: mentions.everyone,
    mentionedUserIds: mentions.userIds,
    mentionedRoleIds: mentions.roleIds,
    attachments: [...draft.attachments],
    embeds: [...draft.embeds],
    components: numberComponents(draft.components),
    flags: draft.flags,
    pinnedAt: undefined,
    reactions: [],
    isDeleted: false,
    ...contextFields(context),
    ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
    ...(draft.poll === undefined ? {} : { poll: draft.poll }),
    ...(draft.stickerItems === undefined ? {} : { stickerItems: draft.stickerItems }),
  };
  channel.messages.set(message.id, message);
  if (message.ephemeralFor === undefined) {
    setArchived(world, channel, false);
    noteInChannel(world, channel, message);
  }
  publishMessage(world, 'MESSAGE_CREATE', message);
  return message;
}

/** What an edit changes; absent fields stay. */
export interface MessageChanges {
  readonly draft: Partial<MessageDraft>;
  /** Whether this is an edit that readers see as such; the first content of a deferred answer is not. */
  readonly isQuiet?: boolean;
}

/** Changes a message in place and tells everybody. */
export function editMessage(
  world: World,
  message: MessageRecord,
  { draft, isQuiet = false }: MessageChanges,
): void {
  if (draft.content !== undefined) message.content = draft.content.trim();
  if (draft.embeds) message.embeds = [...draft.embeds];
  if (draft.components) message.components = numberComponents(draft.components);
  if (draft.attachments) message.attachments = [...draft.attachments];
  if (draft.flags !== undefined) message.flags = draft.flags;
  if (draft.poll) message.poll = draft.poll;
  const channel = world.channels.get(message.channelId);
  if (channel && draft.allowedMentions) {
    const mentions = findMentions(world, {
      text: mentionableText(message.content, message.components),
      channel,
      authorId: message.author.id,
      allowed: draft.allowedMentions,
    });
    message.mentionedUserIds = mentions.userIds;
    message.mentionedRoleIds = mentions.roleIds;
    message.mentionEveryone = mentions.everyone;
  }
  message.flags &= ~MessageFlags.Loading;
  if (!isQuiet) message.editedTimestamp = world.timestamp();
  publishMessage(world, 'MESSAGE_UPDATE', message);
}

/** Takes a message away and tells everybody. */
export function deleteMessage(world: World, message: MessageRecord): void {
  message.isDeleted = true;
  world.channels.get(message.channelId)?.messages.delete(message.id);
  const isHidden = message.ephemeralFor !== undefined;
  world.publish({
    name: 'MESSAGE_DELETE',
    data: {
      id: message.id,
      channel_id: message.channelId,
      ...(message.guildId === undefined || isHidden ? {} : { guild_id: message.guildId }),
    },
    ...audience(message),
  });
}

/** Tells everybody who may know about a message what it is now. */
export function publishMessage(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: MessageRecord,
): void {
  world.publish({
    name,
    data: (bot) => toGatewayMessage(world, message, bot.id),
    message,
    ...audience(message),
  });
}

function audience(message: MessageRecord): { guildId?: Snowflake; channelId?: Snowflake; botId?: Snowflake } {
  if (message.ephemeralFor !== undefined) return { botId: message.author.id };
  const channelId = message.channelId;
  return message.guildId === undefined ? { channelId } : { guildId: message.guildId, channelId };
}

function noteInChannel(world: World, channel: ChannelRecord, message: MessageRecord): void {
  channel.data.last_message_id = message.id;
  if (!isThreadType(channel.data.type)) return;
  planArchive(world, channel);
  channel.data.message_count = (channel.data.message_count ?? 0) + 1;
  channel.data.total_message_sent = (channel.data.total_message_sent ?? 0) + 1;
}

function contextFields(context: MessageContext): Partial<MessageRecord> {
  return {
    ...(context.referenced ? { referencedId: context.referenced.id } : {}),
    ...(context.reference ? { reference: context.reference } : {}),
    ...(context.snapshots ? { snapshots: context.snapshots } : {}),
    ...(context.webhookId === undefined ? {} : { webhookId: context.webhookId }),
    ...(context.applicationId === undefined ? {} : { applicationId: context.applicationId }),
    ...(context.interactionMetadata ? { interactionMetadata: context.interactionMetadata } : {}),
    ...(context.interaction ? { interaction: context.interaction } : {}),
    ...(context.ephemeralFor === undefined ? {} : { ephemeralFor: context.ephemeralFor }),
  };
}

/** Copies components and gives an id to each that has none, in reading order. */
function numberComponents(components: readonly ComponentRecord[]): ComponentRecord[] {
  const taken = new Set<number>();
  const collect = (component: ComponentRecord): void => {
    if (component.id) taken.add(component.id);
    for (const child of childrenOf(component)) collect(child);
  };
  components.forEach(collect);
  let next = 1;
  const number = (component: ComponentRecord): ComponentRecord => {
    let id = component.id;
    if (!id) {
      while (taken.has(next)) next++;
      id = next++;
    }
    const copy: ComponentRecord = { ...component, id };
    if (component.components) copy.components = component.components.map(number);
    if (component.accessory) copy.accessory = number(component.accessory);
    if (component.component) copy.component = number(component.component);
    return copy;
  };
  return components.map(number);
}

/** Components directly inside a component. */
export function childrenOf(component: ComponentRecord): ComponentRecord[] {
  return [
    ...(component.components ?? []),
    ...(component.accessory ? [component.accessory] : []),
    ...(component.component ? [component.component] : []),
  ];
}

/** Every component of a message, nested ones included, in reading order. */
export function flattenComponents(components: readonly ComponentRecord[]): ComponentRecord[] {
  return components.flatMap((component) => [component, ...flattenComponents(childrenOf(component))]);
}
