/** Where a message of a bot came from. @see https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
import { InteractionType as I } from 'discord-api-types/v10';
import type { World } from '../world/world.js';
import type { InteractionRecord } from './interaction-record.js';

/** Describes the interaction that a message answers; further messages name the first one. */
export function interactionMetadata(
  world: World,
  interaction: InteractionRecord,
  isFurther: boolean,
): Record<string, unknown> {
  const { id, type, user, source, trigger, payload, original } = interaction;
  const owners = payload['authorizing_integration_owners'];
  const metadata: Record<string, unknown> = { id, type, user, authorizing_integration_owners: owners };
  if (isFurther && original) metadata['original_response_message_id'] = original.id;
  if (type === I.ApplicationCommand) Object.assign(metadata, targetOf(world, interaction));
  if (type === I.MessageComponent && source) metadata['interacted_message_id'] = source.id;
  if (type === I.ModalSubmit && trigger)
    metadata['triggering_interaction_metadata'] = interactionMetadata(world, trigger, false);
  return metadata;
}

/** What a command of a context menu was used on. */
function targetOf(world: World, { payload }: InteractionRecord): Record<string, unknown> {
  const { type, target_id: targetId } = payload['data'] as { type: number; target_id?: string };
  if (targetId === undefined) return {};
  return type === 2 ? { target_user: world.users.get(targetId) } : { target_message_id: targetId };
}
