import type { InteractionContextType as ApiInteractionContextType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Where a command can be used.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types
 */
export const InteractionContextType: typeof ApiInteractionContextType = numericEnum<
  typeof ApiInteractionContextType
>({
  Guild: 0,
  BotDM: 1,
  PrivateChannel: 2,
});
export type InteractionContextType = ApiInteractionContextType;
