import type { RESTPostAPIChannelWebhookJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import { Webhook } from './webhook.js';

/** Makes a webhook that sends to a channel. */
export async function createChannelWebhook(
  host: ModelHost,
  channelId: Snowflake,
  body: RESTPostAPIChannelWebhookJSONBody,
  reason: string | undefined,
): Promise<Webhook> {
  return new Webhook(host, await host.rest.webhooks.create(channelId, body, because(reason)));
}

/** Asks Discord for the webhooks that send to a channel. */
export async function fetchChannelWebhooks(host: ModelHost, channelId: Snowflake): Promise<Webhook[]> {
  const webhooks = await host.rest.webhooks.listInChannel(channelId);
  return webhooks.map((webhook) => new Webhook(host, webhook));
}
