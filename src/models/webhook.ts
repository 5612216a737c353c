import type {
  APIWebhook,
  RESTPatchAPIWebhookJSONBody,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import type { Channel } from './channel.js';
import { toEditBody } from './edit-payload.js';
import type { Guild } from './guild.js';
import type { ImageOptions } from './image-url.js';
import { defaultAvatarUrl, imageUrl } from './image-url.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { announceSent, toMessageBody } from './message-payload.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';
import { WebhookMessage } from './webhook-message.js';

/** How a message of a webhook is sent. */
export interface WebhookSendOptions {
  /** Name to show in place of the webhook's own. */
  readonly username?: string;
  /** Picture to show in place of the webhook's own. */
  readonly avatarUrl?: string;
  /** Thread of the channel to send to. */
  readonly threadId?: Snowflake;
  /** Name of the post to begin, in a forum. */
  readonly threadName?: string;
  /** Tags of the post that begins. */
  readonly appliedTagIds?: readonly Snowflake[];
}

/** Where a message of a webhook stands, when in a thread. */
export interface WebhookPlace {
  /** Thread of the webhook's channel. */
  readonly threadId?: Snowflake;
}

/**
 * Way to send messages to a channel without a bot.
 *
 * What needs its token uses the token where it is known, and the bot's rights elsewhere. One can be made of an address
 * alone: `bot.webhooks.fromUrl(url)`, or `webhookFromUrl(url, rest)` without a bot.
 *
 * @see https://docs.discord.com/developers/resources/webhook
 */
export class Webhook extends IdentifiedModel<Readonly<APIWebhook>> {
  /** Name that its messages have, when it was given one. */
  get name(): string | undefined {
    return this.raw.name ?? undefined;
  }
  /** 1 made by people or bots, 2 follows an announcement channel, 3 of an application. */
  get type(): APIWebhook['type'] {
    return this.raw.type;
  }
  /** Channel that it writes to. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? undefined;
  }
  /** Channel it sends to, when cached. */
  get channel(): Channel | undefined {
    const record = this.channelId === undefined ? undefined : this.host.records.channel(this.channelId);
    return record && this.host.models.channel(record);
  }
  /** Guild of the channel. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? undefined;
  }
  /** Guild of its channel, when the bot is in it. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.host.models.guildRef(this.guildId);
  }
  /** Application that made it, and may send components by it. */
  get applicationId(): Snowflake | undefined {
    return this.raw.application_id ?? undefined;
  }
  /** Who made it; not told to who comes with the token alone. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** Hash of the picture. */
  get avatar(): string | undefined {
    return this.raw.avatar ?? undefined;
  }
  /** Address of the picture, or of the default one. */
  avatarUrl(options: ImageOptions = {}): string {
    return this.avatar === undefined
      ? defaultAvatarUrl(this.id, '0')
      : imageUrl(`avatars/${this.id}/${this.avatar}`, options);
  }
  /** Guild that it follows. */
  get sourceGuild(): APIWebhook['source_guild'] {
    return this.raw.source_guild;
  }
  /** Channel that it follows. */
  get sourceChannel(): APIWebhook['source_channel'] {
    return this.raw.source_channel;
  }
  /** Whether messages can be sent through it: only then is its token known. */
  get canSend(): boolean {
    return this.raw.token !== undefined;
  }
  /** Address at which anybody can send through it: keep it secret; `undefined` when the token is not known. */
  get url(): string | undefined {
    const { token } = this.raw;
    return token === undefined ? undefined : `https://discord.com/api/webhooks/${this.id}/${token}`;
  }

  /** Sends a message through the webhook and gives it. */
  async send(payload: MessagePayload, options: WebhookSendOptions = {}): Promise<WebhookMessage> {
    const resolved = await toMessageBody(this.host, payload);
    const sent = await this.host.rest.webhooks.execute(
      this.id,
      this.#token,
      { ...resolved.body, ...looksOf(options) } as RESTPostAPIWebhookWithTokenJSONBody,
      { ...placeOf(options), wait: true, ...componentsOf(resolved.body) },
      resolved.files ? { files: resolved.files } : {},
    );
    const message = new WebhookMessage(this.host, this, sent, options.threadId);
    announceSent(resolved, message);
    return message;
  }

  /** Asks Discord for a message that it sent. */
  async fetchMessage(messageId: Snowflake, place: WebhookPlace = {}): Promise<WebhookMessage> {
    const { webhooks } = this.host.rest;
    const record = await webhooks.getMessage(this.id, this.#token, messageId, placeOf(place));
    return new WebhookMessage(this.host, this, record, place.threadId);
  }

  /** Edits a message that it sent; given whole rather than by its id, its kind and its files are known. */
  async editMessage(
    message: Snowflake | Message,
    payload: MessagePayload,
    place: WebhookPlace = {},
  ): Promise<WebhookMessage> {
    const before = typeof message === 'string' ? { id: message } : message.raw;
    const resolved = await toEditBody(this.host, payload, before);
    const edited = await this.host.rest.webhooks.editMessage(
      this.id,
      this.#token,
      before.id,
      resolved.body as RESTPatchAPIWebhookWithTokenMessageJSONBody,
      { ...placeOf(place), ...componentsOf(resolved.body) },
      resolved.files ? { files: resolved.files } : {},
    );
    const after = new WebhookMessage(this.host, this, edited, place.threadId);
    announceSent(resolved, after);
    return after;
  }

  /** Deletes a message that it sent. */
  async deleteMessage(messageId: Snowflake, place: WebhookPlace = {}): Promise<void> {
    await this.host.rest.webhooks.deleteMessage(this.id, this.#token, messageId, placeOf(place));
  }

  /** Asks Discord for the webhook as it is now. */
  async fetch(): Promise<Webhook> {
    const { token } = this.raw;
    const { webhooks } = this.host.rest;
    return new Webhook(
      this.host,
      await (token === undefined ? webhooks.get(this.id) : webhooks.getWithToken(this.id, token)),
    );
  }

  /** Changes name or picture; the channel only with the bot's rights. */
  async edit(body: RESTPatchAPIWebhookJSONBody, reason?: string): Promise<Webhook> {
    const { token } = this.raw;
    const { webhooks } = this.host.rest;
    const usesToken = token !== undefined && body.channel_id === undefined && reason === undefined;
    return new Webhook(
      this.host,
      await (usesToken
        ? webhooks.editWithToken(this.id, token, body)
        : webhooks.edit(this.id, body, because(reason))),
    );
  }

  /** Deletes the webhook. */
  async delete(reason?: string): Promise<void> {
    const { token } = this.raw;
    const { webhooks } = this.host.rest;
    if (token !== undefined && reason === undefined) await webhooks.deleteWithToken(this.id, token);
    else await webhooks.delete(this.id, because(reason));
  }

  get #token(): string {
    const { token } = this.raw;
    if (token !== undefined) return token;
    throw new InvalidOptionError(
      `Webhook ${this.id} has no token that the bot may see, so nothing can be sent by it. Use one that the bot has made, or make it of its address.`,
      'webhook',
    );
  }
}

/** Id and token in the address of a webhook; `undefined` when it is no such address. */
export function parseWebhookUrl(url: string): { readonly id: Snowflake; readonly token: string } | undefined {
  const parts = /\/api(?:\/v\d+)?\/webhooks\/(\d{15,20})\/([\w-]{20,})/.exec(url);
  return parts ? { id: parts[1]!, token: parts[2]! } : undefined;
}

function looksOf({ username, avatarUrl, threadName, appliedTagIds }: WebhookSendOptions): object {
  return {
    ...(username === undefined ? {} : { username }),
    ...(avatarUrl === undefined ? {} : { avatar_url: avatarUrl }),
    ...(threadName === undefined ? {} : { thread_name: threadName }),
    ...(appliedTagIds === undefined ? {} : { applied_tags: [...appliedTagIds] }),
  };
}

function placeOf({ threadId }: WebhookPlace): { readonly thread_id?: Snowflake } {
  return threadId === undefined ? {} : { thread_id: threadId };
}

/** Discord drops components of webhooks unless it is told to take them. */
function componentsOf({ components }: { readonly components?: unknown }): {
  readonly with_components?: true;
} {
  return components === undefined ? {} : { with_components: true };
}
