/** Guild templates. @see https://docs.discord.com/developers/resources/guild-template */
import { randomBytes } from 'node:crypto';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { isThreadType } from '../../world/channel-record.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { permittedGuild } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, publicRoute, route } from '../rest-call.js';

type Thing = Record<string, unknown>;

const TEMPLATES = '/guilds/:guild/templates';

export const templateRoutes: readonly Route[] = [
  publicRoute('GET', '/guilds/templates/:code', (call) => {
    for (const guild of call.world.guilds.values()) {
      const template = guildThings(guild, 'templates').get(param(call, 'code'));
      if (template) return template;
    }
    throw unknown('Guild Template');
  }),
  route('GET', TEMPLATES, (call) => [...guildThings(managed(call), 'templates').values()]),
  route('POST', TEMPLATES, createTemplate),
  route('PUT', `${TEMPLATES}/:code`, (call) => {
    const guild = managed(call);
    return Object.assign(findTemplate(call, guild), snapshot(call, guild));
  }),
  route('PATCH', `${TEMPLATES}/:code`, (call) => {
    const template = findTemplate(call, managed(call));
    const form = bodyForm(call);
    const name = form.string('name', { min: 1, max: 100 });
    const description = form.string('description', { max: 120 });
    form.check();
    return Object.assign(
      template,
      name === undefined ? {} : { name },
      description === undefined ? {} : { description },
    );
  }),
  route('DELETE', `${TEMPLATES}/:code`, (call) => {
    const guild = managed(call);
    const template = findTemplate(call, guild);
    guildThings(guild, 'templates').delete(String(template['code']));
    return template;
  }),
];

function managed(call: RestCall): GuildRecord {
  return permittedGuild(call, P.ManageGuild);
}

function findTemplate(call: RestCall, guild: GuildRecord): Thing {
  const template = guildThings(guild, 'templates').get(param(call, 'code'));
  if (!template) throw unknown('Guild Template');
  return template;
}

function createTemplate(call: RestCall): unknown {
  const guild = managed(call);
  const templates = guildThings(guild, 'templates');
  if (templates.size > 0) throw new ApiFailure(400, 30_031, 'A guild can only have one template');
  const form = bodyForm(call);
  const name = form.string('name', { required: true, min: 1, max: 100 });
  const description = form.string('description', { max: 120 }) ?? null;
  form.check();
  const code = randomBytes(9).toString('base64url');
  const { user } = callerOf(call);
  const template = {
    code,
    name,
    description,
    usage_count: 0,
    creator_id: user.id,
    creator: user,
    created_at: call.world.timestamp(),
    ...snapshot(call, guild),
  };
  templates.set(code, template);
  return template;
}

/** What a template remembers of its guild; ids become small numbers, as Discord makes them. */
/** Templates turn the channels that only communities have into plain ones: news, stages, media. */
const PLAIN_TYPES: Readonly<Record<number, number>> = { 5: 0, 13: 2, 16: 15 };

function snapshot(call: RestCall, guild: GuildRecord): Thing {
  const {
    name,
    description,
    verification_level,
    default_message_notifications,
    explicit_content_filter,
    preferred_locale,
  } = guild.data;
  const { afk_timeout, system_channel_id, system_channel_flags, afk_channel_id } = guild.data;
  const roles = [...guild.roles.values()].filter(({ managed: isManaged }) => !isManaged);
  const channels = [...guild.channels.values()].filter(({ data }) => !isThreadType(data.type));
  const number = (id: string | null | undefined): number | null => {
    const at = channels.findIndex(({ data }) => data.id === id);
    return at === -1 ? null : at + 1;
  };
  return {
    updated_at: call.world.timestamp(),
    source_guild_id: guild.data.id,
    is_dirty: null,
    serialized_source_guild: {
      ...{ name, description, region: null, verification_level, default_message_notifications },
      ...{ explicit_content_filter, preferred_locale, afk_timeout, system_channel_flags },
      afk_channel_id: number(afk_channel_id),
      system_channel_id: number(system_channel_id),
      roles: roles.map(
        ({ name: roleName, permissions, color, colors, hoist, mentionable, icon, unicode_emoji }, id) => ({
          ...{ id, name: roleName, permissions, color, colors, hoist, mentionable, icon, unicode_emoji },
        }),
      ),
      channels: channels.map(({ data }, index) => ({
        id: index + 1,
        type: PLAIN_TYPES[data.type] ?? data.type,
        name: data.name,
        position: data.position,
        topic: data.topic ?? null,
        bitrate: data.bitrate ?? 64_000,
        user_limit: data.user_limit ?? 0,
        nsfw: data.nsfw ?? false,
        rate_limit_per_user: data.rate_limit_per_user ?? 0,
        parent_id: number(data.parent_id),
        default_auto_archive_duration: data.default_auto_archive_duration ?? null,
        permission_overwrites: [],
        available_tags: null,
        template: '',
        default_reaction_emoji: null,
        default_thread_rate_limit_per_user: null,
        default_sort_order: null,
        default_forum_layout: null,
        default_tag_setting: null,
        theme_color: null,
      })),
    },
  };
}
