import type { APIMessage } from 'discord-api-types/v10';
import { toEditBody } from '../models/edit-payload.js';
import type { ModelHost } from '../models/host.js';
import type { Message } from '../models/message.js';
import type { ResolvedPayload } from '../models/message-payload.js';
import type { MessageEditor } from '../models/renderable.js';
import { messageSent } from '../models/renderable.js';
import { MessageFlags } from '../types/message-flags.js';
import type { InteractionWebhook } from './interaction-webhook.js';

/** Messages that an interaction has brought about, as models, and the way to edit them. */
export class SentAnswers {
  readonly #host: ModelHost;
  readonly #webhook: InteractionWebhook;

  constructor(host: ModelHost, webhook: InteractionWebhook) {
    this.#host = host;
    this.#webhook = webhook;
  }

  /** Makes the model of a sent message and tells everything that rendered itself into it. */
  tell(wire: APIMessage, { renderables }: ResolvedPayload): Message {
    const message = this.#host.models.message(wire);
    for (const renderable of renderables) renderable[messageSent]?.(message, this.#editorOf(wire));
    return message;
  }

  /** Edits a message that is not the answer itself: by the token if only that can see it. */
  edit(wire: APIMessage, { body, files }: ResolvedPayload): Promise<APIMessage> {
    const isEphemeral = ((wire.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    if (isEphemeral) return this.#webhook.editMessage(wire.id, body, files);
    const options = files === undefined ? {} : { files };
    return this.#host.rest.channels.editMessage(wire.channel_id, wire.id, body, options);
  }

  #editorOf(wire: APIMessage): MessageEditor {
    return async (payload) => {
      const message = await toEditBody(this.#host, payload, wire);
      return this.tell(await this.edit(wire, message), message);
    };
  }
}
