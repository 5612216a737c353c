import { DiscordApiError } from '../../errors/discord-api-error.js';
import type { Message } from '../../models/message.js';
import type { ConversionContext } from '../../schema/converter.js';
import type { Snowflake } from '../../types/type-tools.js';

const URL =
  /^https?:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/channels\/(?:\d{15,20}|@me)\/(\d{15,20})\/(\d{15,20})\/?$/;
const PAIR = /^(\d{15,20})-(\d{15,20})$/;
const ID = /^\d{15,20}$/;

/**
 * Message meant by an address, `channelId-messageId`, or an id in this channel; asks Discord when it is not cached.
 *
 * @throws {Error} whose message says why there is none.
 */
export async function findMessage(text: string, ctx: ConversionContext): Promise<Message> {
  const { host } = ctx;
  const place = placeOf(text, ctx);
  if (!place) throw new Error('a message is given by its address or its id');
  const { channelId, id } = place;
  const cached = host.records.message(channelId, id);
  if (cached) return host.models.message(cached);
  try {
    return host.models.message(await host.rest.channels.getMessage(channelId, id));
  } catch (error) {
    if (!(error instanceof DiscordApiError)) throw error;
    if (error.status === 403) throw new Error('the bot may not read that channel', { cause: error });
    if (error.status === 404) throw new Error('there is no such message', { cause: error });
    throw error;
  }
}

function placeOf(
  text: string,
  { channelId }: ConversionContext,
): { readonly channelId: Snowflake; readonly id: Snowflake } | undefined {
  const found = URL.exec(text) ?? PAIR.exec(text);
  if (found) return { channelId: found[1]!, id: found[2]! };
  return ID.test(text) && channelId !== undefined ? { channelId, id: text } : undefined;
}
