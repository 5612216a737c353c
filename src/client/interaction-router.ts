import type { APIInteraction } from 'discord-api-types/v10';
import type { ApplicationCommandRegistry } from '../commands/application/application-command-registry.js';
import type { EventBus } from '../events/event-bus.js';
import { Interaction } from '../interactions/interaction.js';
import type { InteractionSink } from '../interactions/interaction-sink.js';
import type { ModelHost } from '../models/host.js';
import { InteractionType } from '../types/interaction-type.js';
import type { ComponentRouter } from '../ui/component-router.js';
import type { Logger } from '../utils/logger.js';

/** What an `InteractionRouter` chooses between. */
export interface InteractionRouterParts {
  readonly commands: ApplicationCommandRegistry;
  readonly components: ComponentRouter;
  readonly events: EventBus;
  readonly host: ModelHost;
  readonly logger: Logger;
}

/**
 * Brings each interaction to the surface that answers its type.
 *
 * A bot that declares no command, and listens to `interactionCreate`, answers commands itself.
 */
export class InteractionRouter implements InteractionSink {
  readonly #parts: InteractionRouterParts;

  constructor(parts: InteractionRouterParts) {
    this.#parts = parts;
  }

  receive(payload: APIInteraction, receivedAtMs: number): void {
    const { commands, events, host, logger } = this.#parts;
    if (isCommand(payload) && commands.isEmpty && events.has('interactionCreate')) return;
    this.#route(Interaction.of(host, payload, receivedAtMs)).catch((error: unknown) => {
      logger.error('interactions', `Interaction ${payload.id} could not be answered`, { error });
    });
  }

  async #route(interaction: Interaction): Promise<void> {
    const { commands, components } = this.#parts;
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return commands.dispatch(interaction);
      case InteractionType.ApplicationCommandAutocomplete:
        return commands.autocomplete(interaction);
      case InteractionType.MessageComponent:
        return components.dispatch(interaction);
      case InteractionType.ModalSubmit:
        return components.submit(interaction);
      default:
        return undefined;
    }
  }
}

function isCommand({ type }: APIInteraction): boolean {
  return (
    type === InteractionType.ApplicationCommand || type === InteractionType.ApplicationCommandAutocomplete
  );
}
