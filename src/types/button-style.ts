import type { ButtonStyle as ApiButtonStyle } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * How a button looks.
 *
 * @see https://docs.discord.com/developers/components/reference#button-button-styles
 */
export const ButtonStyle: typeof ApiButtonStyle = numericEnum<typeof ApiButtonStyle>({
  Primary: 1,
  Secondary: 2,
  Success: 3,
  Danger: 4,
  Link: 5,
  Premium: 6,
});
export type ButtonStyle = ApiButtonStyle;
