import type { APIInteraction } from 'discord-api-types/v10';

/**
 * Where a received interaction goes, whichever way it came: the gateway's INTERACTION_CREATE or the HTTP endpoint.
 *
 * Implemented by the composition root, which knows the surfaces (commands, components, modals).
 */
export interface InteractionSink {
  /** Takes one interaction as Discord sent it; must not throw. */
  receive(interaction: APIInteraction, receivedAtMs: number): void;
}
