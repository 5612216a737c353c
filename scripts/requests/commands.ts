import { ApplicationCommandType, EntryPointCommandHandlerType } from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { COMMAND_OPTIONS, ID, OTHER_ID } from './sample-values.js';

/** Every method of `rest.commands`, with every option. */
export function callCommands({ commands }: Rest): readonly Promise<unknown>[] {
  return [
    commands.list(ID, { with_localizations: true }),
    commands.get(ID, ID),
    commands.create(ID, {
      name: 'xxx',
      name_localizations: { de: 'xxx' },
      description: 'xxx',
      description_localizations: { de: 'xxx' },
      options: COMMAND_OPTIONS,
      default_member_permissions: '1',
      dm_permission: true,
      contexts: [0],
      integration_types: [0],
      type: 1,
    }),
    commands.create(ID, {
      type: ApplicationCommandType.PrimaryEntryPoint,
      name: 'xxx',
      handler: EntryPointCommandHandlerType.AppHandler,
    }),
    commands.edit(ID, ID, { handler: EntryPointCommandHandlerType.DiscordLaunchActivity }),
    commands.edit(ID, ID, {
      name: 'xxx',
      name_localizations: { de: 'xxx' },
      description: 'xxx',
      description_localizations: { de: 'xxx' },
      options: COMMAND_OPTIONS,
      default_member_permissions: '1',
      dm_permission: true,
      contexts: [0],
      integration_types: [0],
    }),
    commands.delete(ID, ID),
    commands.bulkOverwrite(ID, [
      {
        name: 'xxx',
        name_localizations: { de: 'xxx' },
        description: 'xxx',
        description_localizations: { de: 'xxx' },
        options: COMMAND_OPTIONS,
        default_member_permissions: '1',
        dm_permission: true,
        contexts: [0],
        integration_types: [0],
        type: 1,
        id: ID,
      },
    ]),
    commands.listForGuild(ID, ID, { with_localizations: true }),
    commands.getForGuild(ID, ID, ID),
    commands.createForGuild(ID, ID, {
      name: 'xxx',
      name_localizations: { de: 'xxx' },
      description: 'xxx',
      description_localizations: { de: 'xxx' },
      options: COMMAND_OPTIONS,
      default_member_permissions: '1',
      type: 1,
    }),
    commands.editForGuild(ID, ID, ID, {
      name: 'xxx',
      name_localizations: { de: 'xxx' },
      description: 'xxx',
      description_localizations: { de: 'xxx' },
      options: COMMAND_OPTIONS,
      default_member_permissions: '1',
    }),
    commands.deleteForGuild(ID, ID, ID),
    commands.bulkOverwriteForGuild(ID, ID, [
      {
        name: 'xxx',
        name_localizations: { de: 'xxx' },
        description: 'xxx',
        description_localizations: { de: 'xxx' },
        options: COMMAND_OPTIONS,
        default_member_permissions: '1',
        type: 1,
        id: ID,
      },
    ]),
    commands.listPermissions(ID, ID),
    commands.getPermissions(ID, ID, ID),
    commands.editPermissions(ID, ID, ID, { permissions: [{ id: ID, type: 1, permission: true }] }),
    commands.overwritePermissions(ID, ID, [
      { id: ID, permissions: [{ id: OTHER_ID, type: 1, permission: true }] },
    ]),
  ];
}
