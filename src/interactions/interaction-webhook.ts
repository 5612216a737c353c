import type {
  APIMessage,
  RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { InteractionExpiredError } from '../errors/interaction-expired-error.js';
import type { ModelHost } from '../models/host.js';

import type { Snowflake } from '../types/type-tools.js';
import type { AnswerFiles } from './first-answer.js';

/** How long the token of an interaction can edit, delete and follow up, counted from its receipt. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** What identifies one interaction towards Discord. */
export interface InteractionIdentity {
  readonly id: Snowflake;
  readonly applicationId: Snowflake;
  readonly token: string;
  readonly receivedAtMs: number;
}

/**
 * Messages that hang on the token of one interaction: the original response and the follow-ups.
 *
 * Every call after the token's fifteen minutes fails here, without a request.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
 */
export class InteractionWebhook {
  readonly #host: ModelHost;
  readonly #interaction: InteractionIdentity;

  constructor(host: ModelHost, interaction: InteractionIdentity) {
    this.#host = host;
    this.#interaction = interaction;
  }

  get expiresAtMs(): number {
    return this.#interaction.receivedAtMs + TOKEN_LIFETIME_MS;
  }

  get isExpired(): boolean {
    return this.#host.clock.now() >= this.expiresAtMs;
  }

  async fetchOriginal(): Promise<APIMessage> {
    const { applicationId, token } = this.#alive();
    return this.#host.rest.interactions.getOriginalResponse(applicationId, token);
  }

  async editOriginal(body: object, files?: AnswerFiles): Promise<APIMessage> {
    const { applicationId, token } = this.#alive();
    const edit = body as RESTPatchAPIWebhookWithTokenMessageJSONBody;
    return this.#host.rest.interactions.editOriginalResponse(
      applicationId,
      token,
      edit,
      undefined,
      withFiles(files),
    );
  }

  async deleteOriginal(): Promise<void> {
    const { applicationId, token } = this.#alive();
    await this.#host.rest.interactions.deleteOriginalResponse(applicationId, token);
  }

  async createFollowup(body: object, files?: AnswerFiles): Promise<APIMessage> {
    const { applicationId, token } = this.#alive();
    const message = body as RESTPostAPIWebhookWithTokenJSONBody;
    return this.#host.rest.interactions.createFollowup(applicationId, token, message, withFiles(files));
  }

  async editMessage(messageId: Snowflake, body: object, files?: AnswerFiles): Promise<APIMessage> {
    const { applicationId, token } = this.#alive();
    const edit = body as RESTPatchAPIWebhookWithTokenMessageJSONBody;
    return this.#host.rest.interactions.editFollowup(
      applicationId,
      token,
      messageId,
      edit,
      undefined,
      withFiles(files),
    );
  }

  async deleteMessage(messageId: Snowflake): Promise<void> {
    const { applicationId, token } = this.#alive();
    await this.#host.rest.interactions.deleteFollowup(applicationId, token, messageId);
  }

  #alive(): InteractionIdentity {
    if (!this.isExpired) return this.#interaction;
    throw new InteractionExpiredError(
      `Interaction ${this.#interaction.id} is older than 15 minutes, so its messages can no longer be changed through ` +
        'it. Send a message to the channel, or edit the message itself (message.edit) when it is not ephemeral.',
      this.#interaction.id,
    );
  }
}

function withFiles(files: AnswerFiles | undefined): { files?: AnswerFiles } {
  return files === undefined ? {} : { files };
}
