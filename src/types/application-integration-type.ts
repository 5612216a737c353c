import type { ApplicationIntegrationType as ApiApplicationIntegrationType } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Where an application is installed.
 *
 * @see https://docs.discord.com/developers/resources/application#application-object-application-integration-types
 */
export const ApplicationIntegrationType: typeof ApiApplicationIntegrationType = numericEnum<
  typeof ApiApplicationIntegrationType
>({
  GuildInstall: 0,
  UserInstall: 1,
});
export type ApplicationIntegrationType = ApiApplicationIntegrationType;
