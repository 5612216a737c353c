/** Answers to interactions, and the messages they made. @see https://docs.discord.com/developers/interactions/receiving-and-responding */
import { MessageFlags } from 'discord-api-types/v10';
import type { InteractionAnswers } from '../../interactions/interaction-answer.js';
import type { InteractionDesk } from '../../interactions/interaction-desk.js';
import type { InteractionRecord } from '../../interactions/interaction-record.js';
import { deleteMessage } from '../../world/message-book.js';
import type { MessageRecord } from '../../world/message-record.js';
import { toWireMessage } from '../../world/message-wire.js';
import type { World } from '../../world/world.js';
import { unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { param, publicRoute, queryFlag, RestReply } from '../rest-call.js';

/** Route of the first answer. */
export function interactionRoutes(desk: InteractionDesk, answers: InteractionAnswers): readonly Route[] {
  return [
    publicRoute('POST', '/interactions/:interaction/:token/callback', (call) => {
      const interaction = desk.findFresh(param(call, 'interaction'), param(call, 'token'));
      if (!interaction) throw unknown('interaction');
      const message = answers.respond(interaction, call.body, call.files);
      if (!queryFlag(call, 'with_response')) return undefined;
      return callbackResponse(call.world, interaction, call.body, message);
    }),
  ];
}

/** What webhook routes do when the token in their path is an interaction's. */
export class InteractionWebhook {
  readonly #desk: InteractionDesk;
  readonly #answers: InteractionAnswers;

  constructor(desk: InteractionDesk, answers: InteractionAnswers) {
    this.#desk = desk;
    this.#answers = answers;
  }

  /** Interaction that the path of a call names. */
  find(call: RestCall): InteractionRecord | undefined {
    return this.#desk.findByToken(param(call, 'webhook'), param(call, 'token'));
  }

  followUp(call: RestCall, interaction: InteractionRecord): unknown {
    const message = this.#answers.followUp(interaction, call.body, call.files);
    return toWireMessage(call.world, message, interaction.bot.id);
  }

  getMessage(call: RestCall, interaction: InteractionRecord): unknown {
    return toWireMessage(call.world, this.#message(call, interaction), interaction.bot.id);
  }

  editMessage(call: RestCall, interaction: InteractionRecord): unknown {
    const message = this.#message(call, interaction);
    this.#answers.editMessage(interaction, message, call.body, call.files);
    return toWireMessage(call.world, message, interaction.bot.id);
  }

  deleteMessage(call: RestCall, interaction: InteractionRecord): RestReply {
    deleteMessage(call.world, this.#message(call, interaction));
    this.#desk.notifyChanged();
    return new RestReply(204);
  }

  #message(call: RestCall, interaction: InteractionRecord): MessageRecord {
    const id = call.params['message'];
    if (id === undefined || id === '@original') return this.#answers.findOriginal(interaction);
    const message = call.world.findMessage(interaction.channel.data.id, id);
    if (!message || message.author.id !== interaction.bot.id) throw unknown('Message');
    return message;
  }
}

function callbackResponse(
  world: World,
  interaction: InteractionRecord,
  body: unknown,
  message: MessageRecord | undefined,
): Record<string, unknown> {
  const { type } = body as { type: number };
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(interaction.activity ? { activity_instance_id: interaction.activity.instance_id } : {}),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }
        : {}),
    },
    ...resourceOf(world, interaction, type, message),
  };
}

/** What the answer made: only messages that can be seen, and activities. */
function resourceOf(
  world: World,
  { activity, bot }: InteractionRecord,
  type: number,
  message: MessageRecord | undefined,
): { readonly resource?: Record<string, unknown> } {
  if (activity) return { resource: { type, activity_instance: { id: activity.instance_id } } };
  if (!message || (type !== 4 && type !== 7)) return {};
  return { resource: { type, message: toWireMessage(world, message, bot.id) } };
}
