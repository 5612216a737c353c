/** Channels that follow an announcement channel. @see https://docs.discord.com/developers/resources/channel#follow-announcement-channel */
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { ChannelRecord } from './channel-record.js';
import { publishMessage, writeMessage } from './message-book.js';
import { textDraft } from './message-draft.js';
import type { MessageRecord } from './message-record.js';
import type { UserRecord } from './user-record.js';
import type { WebhookRecord } from './webhook.js';
import { makeWebhook, webhookAuthor } from './webhook.js';
import type { World } from './world.js';

/** Lets a channel get what another publishes, and says so in it. */
export function follow(
  world: World,
  source: ChannelRecord,
  target: ChannelRecord,
  user: UserRecord,
): WebhookRecord {
  const guild = world.guildOf(source)!;
  const name = `${guild.data.name} #${source.data.name}`;
  const webhook = makeWebhook(world, {
    type: 2,
    guild_id: target.data.guild_id!,
    channel_id: target.data.id,
    name,
    avatar: null,
    application_id: null,
    user,
    source_guild: { id: guild.data.id, name: guild.data.name, icon: null },
    source_channel: { id: source.data.id, name: source.data.name },
  });
  const reference = { type: 0, channel_id: source.data.id, guild_id: guild.data.id };
  writeMessage(world, target, user, textDraft(name), { type: MessageType.ChannelFollowAdd, reference });
  return webhook;
}

/** Publishes a message: each channel that follows gets a copy by its webhook. */
export function publishToFollowers(world: World, message: MessageRecord): void {
  message.flags |= MessageFlags.Crossposted;
  publishMessage(world, 'MESSAGE_UPDATE', message);
  const { channelId, content, embeds, guildId } = message;
  const reference = {
    type: 0,
    channel_id: channelId,
    message_id: message.id,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
  const draft = {
    ...textDraft(content),
    embeds,
    attachments: message.attachments,
    flags: MessageFlags.IsCrosspost,
  };
  for (const webhook of world.thingsOf<WebhookRecord>('webhooks').values()) {
    const target = world.channels.get(webhook.channel_id);
    if (!target || webhook.source_channel?.id !== channelId) continue;
    writeMessage(world, target, webhookAuthor(webhook, undefined), draft, {
      webhookId: webhook.id,
      reference,
    });
  }
}
