import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import type { MessageRecord } from './records.js';
import type { Webhook } from './webhook.js';

/** Message that a webhook sent: it is edited and deleted by the webhook's token, which no bot's rights replace. */
export class WebhookMessage extends Message {
  /** Webhook that sent it, which edits and deletes it. */
  readonly webhook: Webhook;
  readonly #place: { readonly threadId?: Snowflake };

  constructor(host: ModelHost, webhook: Webhook, record: MessageRecord, threadId: Snowflake | undefined) {
    super(host, record, undefined, 'answer');
    this.webhook = webhook;
    this.#place = threadId === undefined ? {} : { threadId };
  }

  override edit(payload: MessagePayload): Promise<WebhookMessage> {
    return this.webhook.editMessage(this, payload, this.#place);
  }

  override delete(): Promise<void> {
    return this.webhook.deleteMessage(this.id, this.#place);
  }

  override fetch(): Promise<WebhookMessage> {
    return this.webhook.fetchMessage(this.id, this.#place);
  }
}
