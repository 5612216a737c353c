/** Interactions that are going on: makes them, hands them to bots, finds them again by id or token. */
import { randomBytes } from 'node:crypto';
import { InteractionType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { World } from '../world/world.js';
import { interactionPayload } from './interaction-payload.js';
import type { InteractionRecord } from './interaction-record.js';
import type { InteractionRequest } from './interaction-request.js';

/** Time a bot has for its first answer. */
export const FIRST_ANSWER_MS = 3000;
/** Time for which the token of an interaction is good. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;

/** Sends an interaction over HTTP to bots that asked for it; `false` leaves it to the gateway. */
export type HttpDelivery = (interaction: InteractionRecord) => boolean;

/** Register of interactions. */
export class InteractionDesk {
  readonly #world: World;
  readonly #byToken = new Map<string, InteractionRecord>();
  readonly #watchers = new Set<() => void>();
  deliverOverHttp: HttpDelivery = () => false;

  constructor(world: World) {
    this.#world = world;
  }

  /** Makes an interaction and delivers it to its bot. */
  start(request: InteractionRequest): InteractionRecord {
    const id = this.#world.ids.next();
    const token = `${Buffer.from(`interaction:${id}:`).toString('base64url')}${randomBytes(90).toString('base64url')}`;
    const interaction: InteractionRecord = {
      ...request,
      id,
      token,
      createdAtMs: this.#world.clock.now(),
      commandName: request.commandName,
      payload: interactionPayload(this.#world, request, id, token),
      source: request.source,
      trigger: request.trigger,
      state: 'waiting',
      isDeferredEphemeral: false,
      original: undefined,
      shown: undefined,
      modal: undefined,
      activity: undefined,
      choices: undefined,
      followupCount: 0,
    };
    this.#byToken.set(token, interaction);
    if (!this.deliverOverHttp(interaction)) this.#deliver(interaction);
    return interaction;
  }

  /** Interaction that may still be answered for the first time. */
  findFresh(id: Snowflake, token: string): InteractionRecord | undefined {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) return undefined;
    const isLate = interaction.state === 'waiting' && this.#age(interaction) > FIRST_ANSWER_MS;
    return isLate ? undefined : interaction;
  }

  /** Interaction whose token is still good for follow-ups. */
  findByToken(applicationId: Snowflake, token: string): InteractionRecord | undefined {
    const interaction = this.#byToken.get(token);
    if (interaction?.bot.application.id !== applicationId) return undefined;
    return this.#age(interaction) > TOKEN_LIFETIME_MS ? undefined : interaction;
  }

  /** Calls back whenever an interaction moved on; returns the function that ends it. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  notifyChanged(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #age(interaction: InteractionRecord): number {
    return this.#world.clock.now() - interaction.createdAtMs;
  }

  #deliver(interaction: InteractionRecord): void {
    this.#world.publish({
      name: 'INTERACTION_CREATE',
      data: interaction.payload,
      guildId: interaction.channel.data.guild_id,
      botId: interaction.bot.id,
      intents: 0,
    });
  }
}

/** Whether the interaction came from a component, or from a modal that one opened. */
export function cameFromComponent(interaction: InteractionRecord): boolean {
  const viaModal = interaction.type === InteractionType.ModalSubmit && interaction.source !== undefined;
  return interaction.type === InteractionType.MessageComponent || viaModal;
}
