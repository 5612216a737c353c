import type { InteractionResponseType as ApiInteractionResponseType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * How an interaction is answered.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
 */
export const InteractionResponseType: typeof ApiInteractionResponseType = numericEnum<
  typeof ApiInteractionResponseType
>({
  Pong: 1,
  ChannelMessageWithSource: 4,
  DeferredChannelMessageWithSource: 5,
  DeferredMessageUpdate: 6,
  UpdateMessage: 7,
  ApplicationCommandAutocompleteResult: 8,
  Modal: 9,
  PremiumRequired: 10,
  LaunchActivity: 12,
});
export type InteractionResponseType = ApiInteractionResponseType;
