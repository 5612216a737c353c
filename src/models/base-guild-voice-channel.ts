import type { RESTPostAPIChannelWebhookJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { ChannelMessages } from './channel-messages.js';
import { createChannelWebhook, fetchChannelWebhooks } from './channel-webhooks.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { TypingLoop } from './typing-loop.js';
import type { VoiceState } from './voice-state.js';
import type { Webhook } from './webhook.js';

/** What voice and stage channels have in common: who is connected and how, and a chat. */
export abstract class BaseGuildVoiceChannel extends GuildChannel implements SendableChannel {
  /** Bits per second. */
  get bitrate(): number {
    return this.raw.bitrate ?? 64_000;
  }
  /** How many users fit in; 0 for no limit. */
  get userLimit(): number {
    return this.raw.user_limit ?? 0;
  }
  /** Id of the voice region, or `undefined` for the nearest. */
  get rtcRegion(): string | undefined {
    return this.raw.rtc_region ?? undefined;
  }

  /** 1 when Discord chooses the quality of videos, 2 for 720p. */
  get videoQualityMode(): number {
    return this.raw.video_quality_mode ?? 1;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }
  /** Who is connected, as far as it is cached. */
  get voiceStates(): VoiceState[] {
    return this.guild.voiceStates.filter(({ channelId }) => channelId === this.id);
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id, this.guildId);
  }
  /** Newest message, which may be gone by now. */
  get lastMessageId(): Snowflake | undefined {
    return this.raw.last_message_id ?? undefined;
  }
  /** Newest message, when cached. */
  get lastMessage(): Message | undefined {
    return this.messages.last;
  }

  /** Sends text, options or a view. */
  send(payload: MessagePayload): Promise<Message> {
    return sendMessage(this.host, this.id, payload);
  }

  /** Shows the bot as typing for ten seconds, or until it sends something. */
  async sendTyping(): Promise<void> {
    await this.host.rest.channels.triggerTyping(this.id);
  }

  /** Shows the bot as typing until the loop is stopped: `using typing = channel.typing()`. */
  typing(): TypingLoop {
    return new TypingLoop(this.host, this.id);
  }

  /** Makes a webhook that sends here. */
  createWebhook(body: RESTPostAPIChannelWebhookJSONBody, reason?: string): Promise<Webhook> {
    return createChannelWebhook(this.host, this.id, body, reason);
  }

  /** Webhooks that send here. */
  fetchWebhooks(): Promise<Webhook[]> {
    return fetchChannelWebhooks(this.host, this.id);
  }
}
