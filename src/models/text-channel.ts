import type {
  RESTPostAPIChannelThreadsJSONBody,
  RESTPostAPIChannelWebhookJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { ChannelMessages } from './channel-messages.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import type { ThreadChannel } from './thread-channel.js';
import { TypingLoop } from './typing-loop.js';
import { Webhook } from './webhook.js';

/** Text channel of a guild. @see https://docs.discord.com/developers/resources/channel#channel-object */
export class TextChannel extends GuildChannel implements SendableChannel {
  /** Text beside the name, at most 1,024 characters. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }
  /** Whether it is age-restricted. */
  get nsfw(): boolean {
    return this.raw.nsfw ?? false;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id);
  }
  /** Newest message, which may be gone by now. */
  get lastMessageId(): Snowflake | undefined {
    return this.raw.last_message_id ?? undefined;
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
    return this.host.models.channel(thread) as ThreadChannel;
  }

  /** Makes a webhook that sends here. */
  async createWebhook(body: RESTPostAPIChannelWebhookJSONBody, reason?: string): Promise<Webhook> {
    return new Webhook(this.host, await this.host.rest.webhooks.create(this.id, body, because(reason)));
  }

  /** Webhooks that send here. */
  async fetchWebhooks(): Promise<Webhook[]> {
    const webhooks = await this.host.rest.webhooks.listInChannel(this.id);
    return webhooks.map((webhook) => new Webhook(this.host, webhook));
  }
}
