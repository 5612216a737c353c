import type { Snowflake } from '../types/type-tools.js';
import { Channel } from './channel.js';
import { ChannelMessages } from './channel-messages.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { TypingLoop } from './typing-loop.js';
import type { User } from './user.js';

/** Direct messages with one user. @see https://docs.discord.com/developers/resources/channel#channel-object */
export class DmChannel extends Channel implements SendableChannel {
  /** User on the other side, where Discord has told. */
  get recipient(): User | undefined {
    const record = this.raw.recipients?.[0];
    return record && this.host.models.user(record);
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id);
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
}
