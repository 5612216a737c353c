/** Application commands, global and of guilds. @see https://docs.discord.com/developers/interactions/application-commands#endpoints */
import type { BotRecord } from '../../world/bot-record.js';
import type { CommandRecord } from '../../world/command-record.js';
import { ApiFailure, invalidForm, missingAccess, unknown } from '../api-failure.js';
import { Form } from '../form.js';
import type { CommandInput } from '../forms/command-form.js';
import { readCommand } from '../forms/command-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryFlag, RestReply, route } from '../rest-call.js';

const DAY_MS = 86_400_000;
const MAX_CREATES = 200;
const MAX_BY_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };

export const commandRoutes: readonly Route[] = [
  '/applications/:application',
  '/applications/:application/guilds/:guild',
].flatMap((scope) => [
  route('GET', `${scope}/commands`, (call) => commandsIn(call).map((command) => toListed(call, command))),
  route('POST', `${scope}/commands`, createCommand),
  route('PUT', `${scope}/commands`, overwriteCommands),
  route('GET', `${scope}/commands/:command`, (call) => findCommand(call)),
  route('PATCH', `${scope}/commands/:command`, editCommand),
  route('DELETE', `${scope}/commands/:command`, (call) => {
    ownApplication(call).commands.delete(findCommand(call).id);
  }),
]);

/** Bot of the application in the path; throws 20012 for somebody else's. */
export function ownApplication(call: RestCall): BotRecord {
  const bot = callerOf(call);
  const id = param(call, 'application');
  if (id !== '@me' && id !== bot.application.id) {
    throw new ApiFailure(403, 20012, 'You are not authorized to perform this action on this application');
  }
  return bot;
}

function commandsIn(call: RestCall): CommandRecord[] {
  const guildId = scopeOf(call);
  return [...ownApplication(call).commands.values()].filter((command) => command.guild_id === guildId);
}

/** Guild of the path, which the application must be in; nothing for global commands. */
function scopeOf(call: RestCall): string | undefined {
  const guildId = call.params['guild'];
  if (guildId === undefined) return undefined;
  if (!call.world.guilds.get(guildId)?.members.has(callerOf(call).id)) throw missingAccess();
  return guildId;
}

function findCommand(call: RestCall): CommandRecord {
  const command = commandsIn(call).find(({ id }) => id === param(call, 'command'));
  if (!command) throw unknown('application command');
  return command;
}

/** Lists leave the localisations out unless they are asked for. */
function toListed(call: RestCall, command: CommandRecord): Record<string, unknown> {
  if (queryFlag(call, 'with_localizations')) return { ...command };
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

function createCommand(call: RestCall): RestReply {
  const bot = ownApplication(call);
  const scope = commandsIn(call);
  const form = bodyForm(call);
  const input = readCommand(form);
  form.check();
  const old = scope.find(({ name, type }) => name === input.name && type === input.type);
  const command = toRecord(call, bot, input, old?.id);
  checkCounts(old ? scope : [...scope, command]);
  if (!old) countCreates(call, 1);
  bot.commands.set(command.id, command);
  return new RestReply(old ? 200 : 201, command);
}

function overwriteCommands(call: RestCall): unknown {
  const bot = ownApplication(call);
  const scope = commandsIn(call);
  if (!Array.isArray(call.body)) {
    throw invalidForm([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  }
  const form = Form.of({ commands: call.body }).rootList('commands');
  const inputs = form.items.map((item) => readCommand(item));
  const seen = new Set<string>();
  inputs.forEach(({ name, type }, index) => {
    const key = `${type}:${name}`;
    if (seen.has(key))
      form.items[index]?.fail(
        'name',
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    seen.add(key);
  });
  form.check();
  checkCounts(inputs);
  const commands = inputs.map((input) => {
    const old = scope.find(({ name, type }) => name === input.name && type === input.type);
    return toRecord(call, bot, input, old?.id);
  });
  const kept = commands.filter(({ id }) => scope.some((old) => old.id === id)).length;
  countCreates(call, commands.length - kept);
  for (const { id } of scope) bot.commands.delete(id);
  for (const command of commands) bot.commands.set(command.id, command);
  return commands;
}

function editCommand(call: RestCall): unknown {
  const bot = ownApplication(call);
  const command = findCommand(call);
  const form = bodyForm(call);
  const input = readCommand(form, command);
  form.check();
  const isTaken = commandsIn(call).some(
    (other) => other !== command && other.name === input.name && other.type === input.type,
  );
  if (isTaken)
    throw invalidForm(
      ['name'],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    );
  const edited: CommandRecord = { ...command, ...input, version: call.world.ids.next() };
  bot.commands.set(command.id, edited);
  return edited;
}

function checkCounts(commands: readonly { readonly type: number }[]): void {
  for (const [type, max] of Object.entries(MAX_BY_TYPE)) {
    if (commands.filter((command) => command.type === Number(type)).length > max) {
      throw new ApiFailure(400, 30032, `Maximum number of application commands reached (${max})`);
    }
  }
}

/** Discord lets an application make 200 commands a day in each guild, and 200 global ones. */
function countCreates(call: RestCall, count: number): void {
  const key = `${callerOf(call).id}:${scopeOf(call) ?? 'global'}`;
  const days = call.world.thingsOf<{ made: number; readonly sinceMs: number }>('command-creates');
  const nowMs = call.world.clock.now();
  const known = days.get(key);
  const today = known && nowMs < known.sinceMs + DAY_MS ? known : { made: 0, sinceMs: nowMs };
  if (count > 0 && today.made + count > MAX_CREATES) {
    throw new ApiFailure(
      400,
      30034,
      `Max number of daily application command creates has been reached (${MAX_CREATES})`,
    );
  }
  today.made += count;
  days.set(key, today);
}

function toRecord(
  call: RestCall,
  bot: BotRecord,
  input: CommandInput,
  id: string | undefined,
): CommandRecord {
  const guildId = scopeOf(call);
  return {
    id: id ?? call.world.ids.next(),
    application_id: bot.application.id,
    version: call.world.ids.next(),
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...(guildId === undefined
      ? { dm_permission: true, integration_types: [0], contexts: null }
      : { guild_id: guildId }),
    ...input,
  };
}
