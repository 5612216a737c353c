import type { InteractionType as ApiInteractionType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * What somebody did.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type
 */
export const InteractionType: typeof ApiInteractionType = numericEnum<typeof ApiInteractionType>({
  Ping: 1,
  ApplicationCommand: 2,
  MessageComponent: 3,
  ApplicationCommandAutocomplete: 4,
  ModalSubmit: 5,
});
export type InteractionType = ApiInteractionType;
