import type { ApplicationCommandType as ApiApplicationCommandType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Where a command is found.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types
 */
export const ApplicationCommandType: typeof ApiApplicationCommandType = numericEnum<
  typeof ApiApplicationCommandType
>({
  ChatInput: 1,
  User: 2,
  Message: 3,
  PrimaryEntryPoint: 4,
});
export type ApplicationCommandType = ApiApplicationCommandType;
