import type { Snowflake } from '../types/type-tools.js';
import { ChannelMessages } from './channel-messages.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';

/** Text channel of a guild. */
export class TextChannel extends GuildChannel implements SendableChannel {
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }
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
}
