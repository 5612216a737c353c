import type { Snowflake } from '../types/type-tools.js';
import { Channel } from './channel.js';
import { ChannelMessages } from './channel-messages.js';
import type { ImageOptions } from './image-url.js';
import { imageUrlOf } from './image-url.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { TypingLoop } from './typing-loop.js';
import type { User } from './user.js';

/** Direct messages of a group. @see https://docs.discord.com/developers/resources/channel#channel-object */
export class GroupDmChannel extends Channel implements SendableChannel {
  /** Name, when it was given one. */
  get name(): string | undefined {
    return this.raw.name ?? undefined;
  }
  /** User who made it. */
  get ownerId(): Snowflake | undefined {
    return this.raw.owner_id;
  }
  /** Who made the group, when among those in it. */
  get owner(): User | undefined {
    return this.recipients.find(({ id }) => id === this.ownerId);
  }
  /** Address of the picture, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return imageUrlOf(`channel-icons/${this.id}`, this.raw.icon, options);
  }
  /** Users in it, besides the bot. */
  get recipients(): User[] {
    return (this.raw.recipients ?? []).map((record) => this.host.models.user(record));
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

  /** Makes the bot leave the group. */
  async leave(): Promise<void> {
    await this.host.rest.channels.delete(this.id);
  }
}
