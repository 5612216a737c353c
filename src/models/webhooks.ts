import type { APIWebhook } from 'discord-api-types/v10';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import { parseWebhookUrl, Webhook } from './webhook.js';

/** Webhooks by their ids or addresses: `bot.webhooks`. */
export class Webhooks {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** Webhook by its id and token alone: sends at once, Discord is not asked for it. */
  ref(id: Snowflake, token: string): Webhook {
    return new Webhook(this.#host, { id, token, type: 1 } as APIWebhook);
  }

  /**
   * Webhook by its address: sends at once, Discord is not asked for it.
   *
   * @throws InvalidOptionError when it is no address of a webhook.
   */
  fromUrl(url: string): Webhook {
    const parts = parseWebhookUrl(url);
    if (parts) return this.ref(parts.id, parts.token);
    throw new InvalidOptionError(
      'That is no address of a webhook; they look like https://discord.com/api/webhooks/<id>/<token>.',
      'url',
    );
  }

  /** Asks Discord for a webhook, with the bot's rights. */
  async fetch(id: Snowflake): Promise<Webhook> {
    return new Webhook(this.#host, await this.#host.rest.webhooks.get(id));
  }
}
