import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import { Interaction } from '../../interactions/interaction.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Somebody used a command, a component or a modal. */
export function onInteractionCreate(
  context: DispatchContext,
  data: GatewayInteractionCreateDispatchData,
): void {
  const receivedAtMs = context.clock.now();
  const { guild_id: guildId, member } = data;
  if (guildId !== undefined && member) {
    context.cache.memberKeeper.offer(guildId, member.user, member, 'interaction');
  }
  if (context.hears('interactionCreate')) {
    context.emitOwn('interactionCreate', Interaction.of(context.host, data, receivedAtMs));
  }
  context.interactions?.receive(data, receivedAtMs);
}
