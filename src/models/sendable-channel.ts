import type { Snowflake } from '../types/type-tools.js';
import type { Channel } from './channel.js';
import type { ChannelMessages } from './channel-messages.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import type { TypingLoop } from './typing-loop.js';

/** Channel in which messages are sent, whatever its type. */
export interface SendableChannel extends Channel {
  /** Messages of the channel: fetching, history, pins, deleting many. */
  readonly messages: ChannelMessages;
  /** Newest message, which may be gone by now. */
  readonly lastMessageId: Snowflake | undefined;
  /** Newest message, when cached. */
  readonly lastMessage: Message | undefined;
  /** Sends text, options or a view. */
  send(payload: MessagePayload): Promise<Message>;
  /** Shows the bot as typing for ten seconds, or until it sends something. */
  sendTyping(): Promise<void>;
  /** Shows the bot as typing until the loop is stopped: `using typing = channel.typing()`. */
  typing(): TypingLoop;
}

/** Whether messages can be sent in a channel of this type. */
export function isSendable(channel: Channel): channel is SendableChannel {
  return 'send' in channel;
}
