import type {
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { toEditBody } from './edit-payload.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { EditedMessage, MessageOptions, MessagePayload } from './message-payload.js';
import { announceSent, toMessageBody } from './message-payload.js';

/** Sends a payload to a channel and gives the message that came of it. */
export async function sendMessage(
  host: ModelHost,
  channelId: Snowflake,
  payload: MessagePayload,
  defaults?: Pick<MessageOptions, 'messageReference'>,
): Promise<Message> {
  const resolved = await toMessageBody(host, payload, defaults);
  const body = resolved.body as RESTPostAPIChannelMessageJSONBody;
  const options = resolved.files ? { files: resolved.files } : {};
  const sent = await host.rest.channels.createMessage(channelId, body, options);
  return announceSent(resolved, host.answers.message(sent));
}

/** Edits one of the bot's messages. */
export async function editMessage(
  host: ModelHost,
  message: EditedMessage & { readonly channel_id: Snowflake },
  payload: MessagePayload,
): Promise<Message> {
  const resolved = await toEditBody(host, payload, message);
  const body = resolved.body as RESTPatchAPIChannelMessageJSONBody;
  const options = resolved.files ? { files: resolved.files } : {};
  const edited = await host.rest.channels.editMessage(message.channel_id, message.id, body, options);
  return announceSent(resolved, host.answers.message(edited));
}

/** Sends a direct message to a user. */
export async function sendDirectMessage(
  host: ModelHost,
  userId: Snowflake,
  payload: MessagePayload,
): Promise<Message> {
  const channel = await host.rest.users.createDm(userId);
  return sendMessage(host, channel.id, payload);
}
