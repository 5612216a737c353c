import type {
  RESTPostAPIChannelThreadsJSONBody,
  RESTPostAPIChannelWebhookJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { ChannelMessages } from './channel-messages.js';
import { ChannelThreads } from './channel-threads.js';
import { createChannelWebhook, fetchChannelWebhooks } from './channel-webhooks.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import type { ThreadChannel } from './thread-channel.js';
import { TypingLoop } from './typing-loop.js';
import type { Webhook } from './webhook.js';

/** What text and announcement channels have in common: messages, threads, webhooks. */
export abstract class BaseGuildTextChannel extends GuildChannel implements SendableChannel {
  /** Text beside the name, at most 1,024 characters. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }

  /** Seconds that a user waits between two messages in a new thread. */
  get threadSlowmodeSeconds(): number {
    return this.raw.default_thread_rate_limit_per_user ?? 0;
  }
  /** Minutes without a message after which new threads are archived, unless said. */
  get defaultAutoArchiveMinutes(): number | undefined {
    return this.raw.default_auto_archive_duration;
  }

  /** Threads of the channel: cached, active, archived. */
  get threads(): ChannelThreads {
    return new ChannelThreads(this.host, this.guildId, this.id);
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

  /** Begins a thread without a message; a private one only where the body says so. */
  async startThread(body: RESTPostAPIChannelThreadsJSONBody, reason?: string): Promise<ThreadChannel> {
    const thread = await this.host.rest.threads.create(this.id, { type: 11, ...body }, because(reason));
    return this.host.answers.channel(thread) as ThreadChannel;
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
