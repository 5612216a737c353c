/** Auto moderation rules and integrations. @see https://docs.discord.com/developers/resources/auto-moderation */

import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { leaveGuild } from '../../world/make-guild.js';
import { permittedGuild } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, route } from '../rest-call.js';

type Thing = Record<string, unknown>;

const RULES = '/guilds/:guild/auto-moderation/rules';
const MAX_BY_TRIGGER: Readonly<Record<number, number>> = { 1: 6, 3: 1, 4: 1, 5: 1, 6: 1 };

export const moderationRoutes: readonly Route[] = [
  route('GET', RULES, (call) => [
    ...guildThings(permittedGuild(call, P.ManageGuild), 'automod-rules').values(),
  ]),
  route('POST', RULES, createRule),
  route('GET', `${RULES}/:rule`, (call) => findRule(call, permittedGuild(call, P.ManageGuild))),
  route('PATCH', `${RULES}/:rule`, editRule),
  route('DELETE', `${RULES}/:rule`, deleteRule),
  route('GET', '/guilds/:guild/integrations', (call) => [
    ...guildThings(permittedGuild(call, P.ManageGuild), 'integrations').values(),
  ]),
  route('DELETE', '/guilds/:guild/integrations/:integration', (call) => {
    const guild = permittedGuild(call, P.ManageGuild);
    const id = param(call, 'integration');
    if (!guildThings(guild, 'integrations').has(id)) throw unknown('Integration');
    const bot = [...call.world.bots.values()].find(({ application }) => application.id === id);
    if (bot) leaveGuild(call.world, guild, bot.user);
  }),
];

function findRule(call: RestCall, guild: GuildRecord): Thing {
  const rule = guildThings(guild, 'automod-rules').get(param(call, 'rule'));
  if (!rule) throw new ApiFailure(404, 10_066, 'Unknown Auto Moderation rule');
  return rule;
}

function readRule(form: Form, isNew: boolean): Thing {
  const trigger = form.integer('trigger_type', { required: isNew, oneOf: [1, 3, 4, 5, 6] });
  const metadata = form.object('trigger_metadata');
  metadata?.strings('keyword_filter', { max: 1000, itemMax: 60 });
  metadata?.strings('regex_patterns', { max: 10, itemMax: 260 });
  metadata?.integer('mention_total_limit', { min: 0, max: 50 });
  const actions = form.list('actions', { required: isNew, min: 1, max: 5 })?.map((action) => ({
    type: action.integer('type', { required: true, oneOf: [1, 2, 3, 4] }),
    metadata: (action.raw('metadata') as Thing | undefined) ?? {},
  }));
  return defined({
    name: form.string('name', { required: isNew, min: 1, max: 100 }),
    event_type: form.integer('event_type', { required: isNew, oneOf: [1, 2] }),
    trigger_type: trigger,
    trigger_metadata:
      metadata === undefined ? undefined : completeMetadata(trigger, form.raw('trigger_metadata') as Thing),
    actions,
    enabled: form.boolean('enabled'),
    exempt_roles: form.strings('exempt_roles', { max: 20 }),
    exempt_channels: form.strings('exempt_channels', { max: 50 }),
  });
}

function createRule(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const form = bodyForm(call);
  const fields = readRule(form, true);
  form.check();
  const rules = guildThings(guild, 'automod-rules');
  const trigger = fields['trigger_type'] as number;
  const same = [...rules.values()].filter((rule) => rule['trigger_type'] === trigger).length;
  if (same >= (MAX_BY_TRIGGER[trigger] ?? 0)) {
    form.fail(
      'trigger_type',
      'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED',
      'Maximum number of rules of this type exceeded',
    );
    form.check();
  }
  const id = call.world.ids.next();
  const defaults = { trigger_metadata: {}, enabled: false, exempt_roles: [], exempt_channels: [] };
  const rule = { id, guild_id: guild.data.id, creator_id: callerOf(call).id, ...defaults, ...fields };
  rules.set(id, rule);
  audit(call, guild, { actionType: 140, targetId: id });
  call.world.publish({ name: 'AUTO_MODERATION_RULE_CREATE', data: rule, guildId: guild.data.id });
  return rule;
}

function editRule(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const rule = findRule(call, guild);
  const form = bodyForm(call);
  const fields = readRule(form, false);
  form.check();
  Object.assign(rule, fields);
  audit(call, guild, { actionType: 141, targetId: String(rule['id']) });
  call.world.publish({ name: 'AUTO_MODERATION_RULE_UPDATE', data: rule, guildId: guild.data.id });
  return rule;
}

function deleteRule(call: RestCall): undefined {
  const guild = permittedGuild(call, P.ManageGuild);
  const rule = findRule(call, guild);
  guildThings(guild, 'automod-rules').delete(String(rule['id']));
  audit(call, guild, { actionType: 142, targetId: String(rule['id']) });
  call.world.publish({ name: 'AUTO_MODERATION_RULE_DELETE', data: rule, guildId: guild.data.id });
}

/** Metadata with the fields that its trigger always has. */
function completeMetadata(trigger: number | undefined, metadata: Thing): Thing {
  if (trigger === 1) return { keyword_filter: [], regex_patterns: [], allow_list: [], ...metadata };
  return trigger === 4 ? { presets: [], allow_list: [], ...metadata } : metadata;
}
