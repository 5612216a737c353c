import type { ApplicationCommandOptionType as ApiApplicationCommandOptionType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * What an option of a command holds.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type
 */
export const ApplicationCommandOptionType: typeof ApiApplicationCommandOptionType = numericEnum<
  typeof ApiApplicationCommandOptionType
>({
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
});
export type ApplicationCommandOptionType = ApiApplicationCommandOptionType;
