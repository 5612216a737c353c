/** Guilds themselves. @see https://docs.discord.com/developers/resources/guild */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { changesBetween } from '../../world/audit-log.js';
import { isThreadType } from '../../world/channel-record.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { toWireGuild } from '../../world/guild-wire.js';
import { leaveGuild } from '../../world/make-guild.js';
import { inactiveMembers } from '../../world/prune.js';
import { memberGuild, permittedGuild } from '../access.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, queryFlag, queryInteger, route } from '../rest-call.js';

export const guildRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild', getGuild),
  route('PATCH', '/guilds/:guild', editGuild),
  route('GET', '/guilds/:guild/preview', (call) => toPreview(memberGuild(call))),
  route('GET', '/guilds/:guild/audit-logs', getAuditLog),
  route('GET', '/guilds/:guild/regions', () => VOICE_REGIONS),
  route('GET', '/voice/regions', () => VOICE_REGIONS),
  route('GET', '/guilds/:guild/prune', (call) => {
    const guild = permittedGuild(call, P.KickMembers | P.ManageGuild);
    const days = queryInteger(call, 'days', 7, 1, 30);
    const roles = call.query.getAll('include_roles').flatMap((ids) => ids.split(','));
    return { pruned: inactiveMembers(call.world, guild, days, roles).length };
  }),
  route('POST', '/guilds/:guild/prune', prune),
  route('PUT', '/guilds/:guild/incident-actions', editIncidents),
  route('GET', '/guilds/:guild/vanity-url', (call) => {
    permittedGuild(call, P.ManageGuild);
    return { code: null, uses: 0 };
  }),
];

const VOICE_REGIONS = ['brazil', 'rotterdam', 'singapore', 'us-east', 'us-west'].map((id) => ({
  id,
  name: id,
  custom: false,
  deprecated: false,
  optimal: id === 'rotterdam',
}));

function getGuild(call: RestCall): unknown {
  const guild = memberGuild(call);
  const size = guild.members.size;
  const counts = queryFlag(call, 'with_counts')
    ? { approximate_member_count: size, approximate_presence_count: size }
    : {};
  return { ...toWireGuild(guild), ...counts };
}

function editGuild(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const form = bodyForm(call);
  const texts = {
    name: form.string('name', { min: 2, max: 100 }),
    preferred_locale: form.string('preferred_locale'),
  };
  const numbers = {
    verification_level: form.integer('verification_level', { oneOf: [0, 1, 2, 3, 4] }),
    default_message_notifications: form.integer('default_message_notifications', { oneOf: [0, 1] }),
    explicit_content_filter: form.integer('explicit_content_filter', { oneOf: [0, 1, 2] }),
    afk_timeout: form.integer('afk_timeout', { oneOf: [60, 300, 900, 1800, 3600] }),
    system_channel_flags: form.integer('system_channel_flags', { min: 0 }),
  };
  const nullable = Object.fromEntries(
    [
      'afk_channel_id',
      'system_channel_id',
      'rules_channel_id',
      'public_updates_channel_id',
      'safety_alerts_channel_id',
    ]
      .filter((key) => form.has(key))
      .map((key) => [key, form.isNull(key) ? null : form.snowflake(key)]),
  );
  const images = Object.fromEntries(
    (['icon', 'splash', 'discovery_splash', 'banner', 'home_header'] as const)
      .map((key) => [key, storeImage(form, key, call.world, `${key}s/${guild.data.id}`)])
      .filter(([, value]) => value !== undefined),
  );
  const description = form.isNull('description') ? null : form.string('description', { max: 300 });
  const features = form.strings('features');
  const progress = form.boolean('premium_progress_bar_enabled');
  form.check();
  const changes = defined({
    ...texts,
    ...numbers,
    description,
    features,
    premium_progress_bar_enabled: progress,
  });
  const before = { ...guild.data };
  Object.assign(guild.data, changes, nullable, images);
  audit(call, guild, {
    actionType: 1,
    targetId: guild.data.id,
    changes: changesBetween(asRecord(before), asRecord(guild.data)),
  });
  publishGuild(call, guild);
  return toWireGuild(guild);
}

/** Tells everybody what the guild is now. */
export function publishGuild(call: RestCall, guild: GuildRecord): void {
  call.world.publish({ name: 'GUILD_UPDATE', data: toWireGuild(guild), guildId: guild.data.id });
}

/** Record with fields by name. */
export function asRecord(value: object): Record<string, unknown> {
  return value as Record<string, unknown>;
}

function toPreview(guild: GuildRecord): unknown {
  const { id, name, icon, splash, discovery_splash, home_header, description, features } = guild.data;
  return {
    ...{ id, name, icon, splash, discovery_splash, home_header, description, features },
    emojis: [...guildThings(guild, 'emojis').values()],
    stickers: [...guildThings(guild, 'stickers').values()],
    approximate_member_count: guild.members.size,
    approximate_presence_count: guild.members.size,
  };
}

function getAuditLog(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ViewAuditLog);
  const limit = queryInteger(call, 'limit', 50, 1, 100);
  const { query } = call;
  const [userId, actionType, before, after] = ['user_id', 'action_type', 'before', 'after'].map((key) =>
    query.get(key),
  );
  const entries = [...guildThings(guild, 'audit-log').values()].filter(
    (entry) =>
      (!userId || entry['user_id'] === userId) &&
      (!actionType || entry['action_type'] === Number(actionType)) &&
      (!before || BigInt(String(entry['id'])) < BigInt(before)) &&
      (!after || BigInt(String(entry['id'])) > BigInt(after)),
  );
  const page = after ? entries.slice(0, limit) : entries.slice(-limit).reverse();
  const ids = new Set(page.flatMap((entry) => [String(entry['user_id']), String(entry['target_id'])]));
  const named = (things: ReadonlyMap<string, object>): object[] =>
    [...ids].flatMap((id) => things.get(id) ?? []);
  return {
    audit_log_entries: page,
    users: named(call.world.users),
    integrations: named(guildThings(guild, 'integrations')),
    webhooks: named(call.world.thingsOf('webhooks')),
    guild_scheduled_events: named(guildThings(guild, 'scheduled-events')),
    threads: [...ids].flatMap((id) => threadOf(guild, id) ?? []),
    application_commands: [],
    auto_moderation_rules: named(guildThings(guild, 'automod-rules')),
  };
}

function threadOf(guild: GuildRecord, id: string): object | undefined {
  const data = guild.channels.get(id)?.data;
  return data && isThreadType(data.type) ? data : undefined;
}

function prune(call: RestCall): unknown {
  const guild = permittedGuild(call, P.KickMembers | P.ManageGuild);
  const form = bodyForm(call);
  const days = form.integer('days', { min: 1, max: 30 }) ?? 7;
  const roles = form.strings('include_roles');
  form.check();
  const gone = inactiveMembers(call.world, guild, days, roles);
  for (const { user } of gone) leaveGuild(call.world, guild, user);
  const options = { delete_member_days: String(days), members_removed: String(gone.length) };
  audit(call, guild, { actionType: 21, options });
  return { pruned: form.raw('compute_prune_count') === false ? null : gone.length };
}

function editIncidents(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const form = bodyForm(call);
  const invites = form.isNull('invites_disabled_until') ? null : form.timestamp('invites_disabled_until');
  const dms = form.isNull('dms_disabled_until') ? null : form.timestamp('dms_disabled_until');
  form.check();
  guild.data.incidents_data = { invites_disabled_until: invites ?? null, dms_disabled_until: dms ?? null };
  publishGuild(call, guild);
  return guild.data.incidents_data;
}
