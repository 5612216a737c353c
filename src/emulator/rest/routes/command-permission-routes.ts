/** Permissions of commands in a guild. @see https://docs.discord.com/developers/interactions/application-commands#permissions */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { CommandPermissionRecord, CommandPermissionsRecord } from '../../world/command-permissions.js';
import { commandPermissionsOf } from '../../world/command-permissions.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildPermissions } from '../../world/permissions.js';
import { memberGuild } from '../access.js';
import { ApiFailure, missingAccess, missingPermissions, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { accessOf, bodyForm, param, route, sharedRoute } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

const COMMANDS = '/applications/:application/guilds/:guild/commands';
const SCOPE = 'applications.commands.permissions.update';
const MAX_RULES = 100;

export const commandPermissionRoutes: readonly Route[] = [
  route('GET', `${COMMANDS}/permissions`, (call) => {
    const { id } = ownApplication(call).application;
    return [...commandPermissionsOf(memberGuild(call)).values()].filter((set) => set.application_id === id);
  }),
  route('PUT', `${COMMANDS}/permissions`, () => {
    throw new ApiFailure(403, 20001, 'Bots cannot use this endpoint');
  }),
  route('GET', `${COMMANDS}/:command/permissions`, (call) => {
    ownApplication(call);
    const found = commandPermissionsOf(memberGuild(call)).get(param(call, 'command'));
    if (!found) throw unknown('Application Command Permissions');
    return found;
  }),
  sharedRoute('PUT', `${COMMANDS}/:command/permissions`, SCOPE, setPermissions),
];

/** Only people may change them, with a token of the application. */
function setPermissions(call: RestCall): unknown {
  if (!call.access) throw new ApiFailure(403, 20001, 'Bots cannot use this endpoint');
  const guild = administeredGuild(call);
  const applicationId = accessOf(call).applicationId;
  if (param(call, 'application') !== applicationId) throw missingAccess();
  const id = param(call, 'command');
  const bot = call.world.bots.get(applicationId);
  if (id !== applicationId && !bot?.commands.has(id)) throw unknown('application command');
  const form = bodyForm(call);
  const rules = form.list('permissions', { required: true, max: MAX_RULES })?.map((rule) => ({
    id: rule.snowflake('id', { required: true }),
    type: rule.integer('type', { required: true, oneOf: [1, 2, 3] }),
    permission: rule.boolean('permission', { required: true }),
  }));
  form.check();
  const set: CommandPermissionsRecord = {
    id,
    application_id: applicationId,
    guild_id: guild.data.id,
    permissions: (rules ?? []) as CommandPermissionRecord[],
  };
  commandPermissionsOf(guild).set(id, set);
  call.world.publish({
    name: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    data: set,
    guildId: guild.data.id,
    botId: applicationId,
    intents: 0,
  });
  return set;
}

function administeredGuild(call: RestCall): GuildRecord {
  const guild = call.world.guilds.get(param(call, 'guild'));
  if (!guild) throw unknown('Guild');
  const member = guild.members.get(accessOf(call).userId);
  if (!member) throw missingAccess();
  const needed = P.ManageGuild | P.ManageRoles;
  const has = guildPermissions(guild, member, call.world.clock.now());
  if ((has & needed) !== needed) throw missingPermissions();
  return guild;
}
