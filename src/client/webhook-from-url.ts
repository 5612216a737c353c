import { BotRecords } from '../cache/bot-records.js';
import { SharedCache } from '../cache/shared-cache.js';
import { BotModelHost } from '../models/bot-model-host.js';
import type { Webhook } from '../models/webhook.js';
import { Webhooks } from '../models/webhooks.js';
import type { Rest } from '../rest/rest.js';
import { SystemClock } from '../utils/system-clock.js';

/**
 * Webhook by its address, for a program that is no bot: needs neither token nor gateway.
 *
 * @example
 * ```ts
 * await using rest = new Rest();
 * await webhookFromUrl(process.env.WEBHOOK_URL!, rest).send('Deployed.');
 * ```
 * @throws InvalidOptionError when it is no address of a webhook.
 */
export function webhookFromUrl(url: string, rest: Rest): Webhook {
  const records = new BotRecords(new SharedCache({ messages: null }));
  return new Webhooks(new BotModelHost({ clock: new SystemClock(), records, rest })).fromUrl(url);
}
