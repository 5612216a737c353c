import type { Snowflake } from '../types/type-tools.js';
import { ChannelMessages } from './channel-messages.js';
import { GuildChannel } from './guild-channel.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { TypingLoop } from './typing-loop.js';

/**
 * Stage of a guild, where few speak and many listen; with its chat. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class StageChannel extends GuildChannel implements SendableChannel {
  /** Bits per second. */
  get bitrate(): number {
    return this.raw.bitrate ?? 64_000;
  }
  /** How many users fit in; 0 for no limit. */
  get userLimit(): number {
    return this.raw.user_limit ?? 0;
  }
  /** Whether it is age-restricted. */
  get nsfw(): boolean {
    return this.raw.nsfw ?? false;
  }
  /** Id of the voice region, or `undefined` for the nearest. */
  get rtcRegion(): string | undefined {
    return this.raw.rtc_region ?? undefined;
  }

  /** Topic of the stage that is live. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
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
}
