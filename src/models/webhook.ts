import type {
  APIWebhook,
  RESTPatchAPIWebhookJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { announceSent, toMessageBody } from './message-payload.js';
import { IdentifiedModel } from './model.js';

/** Way to send messages to a channel without a bot. @see https://docs.discord.com/developers/resources/webhook */
export class Webhook extends IdentifiedModel<Readonly<APIWebhook>> {
  /** Name that its messages have, when it was given one. */
  get name(): string | undefined {
    return this.raw.name ?? undefined;
  }
  /** Kind of webhook: 1 incoming, 2 follows an announcement channel, 3 of an application. */
  get type(): APIWebhook['type'] {
    return this.raw.type;
  }
  /** Channel that it writes to. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? undefined;
  }
  /** Guild of the channel. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? undefined;
  }
  /** Hash of the picture that its messages have. */
  get avatar(): string | undefined {
    return this.raw.avatar ?? undefined;
  }
  /** Whether messages can be sent through it: only then is its token known. */
  get canSend(): boolean {
    return this.raw.token !== undefined;
  }
  /** Sends a message through the webhook and gives it. */
  async send(payload: MessagePayload, query: { readonly thread_id?: Snowflake } = {}): Promise<Message> {
    const resolved = await toMessageBody(this.host, payload);
    const sent = await this.host.rest.webhooks.execute(
      this.id,
      this.raw.token ?? '',
      resolved.body as RESTPostAPIWebhookWithTokenJSONBody,
      { ...query, wait: true },
      resolved.files ? { files: resolved.files } : {},
    );
    return announceSent(resolved, this.host.models.message(sent));
  }

  /** Changes name, avatar or channel. */
  async edit(body: RESTPatchAPIWebhookJSONBody, reason?: string): Promise<Webhook> {
    return new Webhook(this.host, await this.host.rest.webhooks.edit(this.id, body, because(reason)));
  }

  /** Deletes the webhook. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.webhooks.delete(this.id, because(reason));
  }
}
