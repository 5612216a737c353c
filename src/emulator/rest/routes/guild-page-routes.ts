/** What a guild shows to newcomers and strangers: welcome screen, onboarding, widget. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { changesBetween } from '../../world/audit-log.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { toWireGuild } from '../../world/guild-wire.js';
import { memberGuild, permittedGuild } from '../access.js';
import { ApiFailure, invalidForm, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, param, publicRoute, RestReply, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

type Thing = Record<string, unknown>;

export const guildPageRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/welcome-screen', (call) =>
    pageOf(memberGuild(call), 'welcome-screen', { description: null, welcome_channels: [] }),
  ),
  route('PATCH', '/guilds/:guild/welcome-screen', editWelcomeScreen),
  route('GET', '/guilds/:guild/onboarding', (call) => onboardingOf(memberGuild(call))),
  route('PUT', '/guilds/:guild/onboarding', editOnboarding),
  route('GET', '/guilds/:guild/widget', (call) => widgetOf(permittedGuild(call, P.ManageGuild))),
  route('PATCH', '/guilds/:guild/widget', editWidget),
  publicRoute('GET', '/guilds/:guild/widget.json', getWidget),
  publicRoute('GET', '/guilds/:guild/widget.png', getWidgetImage),
  route('GET', '/applications/:application/role-connections/metadata', (call) => [
    ...((ownApplication(call).application.settings['role_connections'] as Thing[] | undefined) ?? []),
  ]),
  route('PUT', '/applications/:application/role-connections/metadata', (call) => {
    const { settings } = ownApplication(call).application;
    settings['role_connections'] = Array.isArray(call.body) ? call.body : [];
    return settings['role_connections'];
  }),
];

function pageOf(guild: GuildRecord, kind: string, initial: Thing): Thing {
  const pages = guildThings(guild, 'pages');
  const page = pages.get(kind) ?? initial;
  pages.set(kind, page);
  return page;
}

function editWelcomeScreen(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const form = bodyForm(call);
  const channels = form.list('welcome_channels', { max: 5 })?.map((channel) => ({
    channel_id: channel.snowflake('channel_id', { required: true }),
    description: channel.string('description', { required: true, min: 1, max: 50 }),
    emoji_id: channel.snowflake('emoji_id') ?? null,
    emoji_name: channel.string('emoji_name') ?? null,
  }));
  const description = form.string('description', { max: 140 });
  form.check();
  const page = pageOf(guild, 'welcome-screen', { description: null, welcome_channels: [] });
  if (channels) page['welcome_channels'] = channels;
  if (description !== undefined) page['description'] = description;
  return page;
}

function onboardingOf(guild: GuildRecord): Thing {
  return pageOf(guild, 'onboarding', {
    guild_id: guild.data.id,
    prompts: [],
    default_channel_ids: [],
    enabled: false,
    mode: 0,
  });
}

function editOnboarding(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild | P.ManageRoles);
  const form = bodyForm(call);
  const enabled = form.boolean('enabled');
  const mode = form.integer('mode', { oneOf: [0, 1] });
  const channels = form.strings('default_channel_ids', { max: 500 });
  const prompts = form.list('prompts', { max: 15 })?.map((prompt) => readPrompt(call, prompt));
  form.check();
  if (enabled && (channels?.length ?? 0) < 7)
    throw new ApiFailure(400, 350_000, 'Cannot enable onboarding, requirements are not met');
  const page = onboardingOf(guild);
  if (enabled !== undefined) page['enabled'] = enabled;
  if (mode !== undefined) page['mode'] = mode;
  if (channels) page['default_channel_ids'] = channels;
  if (prompts) page['prompts'] = prompts;
  return page;
}

/** Question to newcomers; its emojis come in parts and are given as a whole. */
function readPrompt(call: RestCall, prompt: Form): Thing {
  return {
    id: prompt.snowflake('id') ?? call.world.ids.next(),
    type: prompt.integer('type', { oneOf: [0, 1] }) ?? 0,
    title: prompt.string('title', { required: true, min: 1, max: 100 }),
    single_select: prompt.boolean('single_select') ?? false,
    required: prompt.boolean('required') ?? false,
    in_onboarding: prompt.boolean('in_onboarding') ?? true,
    options: prompt.list('options', { required: true, min: 1, max: 50 })?.map((option) => ({
      id: option.snowflake('id') ?? call.world.ids.next(),
      title: option.string('title', { required: true, min: 1, max: 50 }),
      description: option.string('description', { max: 100 }) ?? null,
      channel_ids: option.strings('channel_ids') ?? [],
      role_ids: option.strings('role_ids') ?? [],
      emoji: {
        id: option.snowflake('emoji_id') ?? null,
        name: option.string('emoji_name') ?? null,
        animated: option.boolean('emoji_animated') ?? false,
      },
    })),
  };
}

function widgetOf({ data }: GuildRecord): Thing {
  return { enabled: data.widget_enabled, channel_id: data.widget_channel_id };
}

function editWidget(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuild);
  const form = bodyForm(call);
  const enabled = form.boolean('enabled');
  const channelId = form.isNull('channel_id') ? null : form.snowflake('channel_id');
  form.check();
  const before = { ...guild.data };
  if (enabled !== undefined) guild.data.widget_enabled = enabled;
  if (channelId !== undefined) guild.data.widget_channel_id = channelId;
  const changes = changesBetween({ ...before }, { ...guild.data });
  audit(call, guild, { actionType: 1, targetId: guild.data.id, changes });
  call.world.publish({ name: 'GUILD_UPDATE', data: toWireGuild(guild), guildId: guild.data.id });
  return widgetOf(guild);
}

function getWidget(call: RestCall): unknown {
  const guild = call.world.guilds.get(param(call, 'guild'));
  if (!guild) throw unknown('Guild');
  if (!guild.data.widget_enabled) throw new ApiFailure(403, 50004, 'Widget Disabled');
  return {
    id: guild.data.id,
    name: guild.data.name,
    instant_invite: null,
    channels: [],
    members: [],
    presence_count: 0,
  };
}

const STYLES = ['shield', 'banner1', 'banner2', 'banner3', 'banner4'];
/** Smallest PNG there is: one transparent pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

function getWidgetImage(call: RestCall): RestReply {
  const guild = call.world.guilds.get(param(call, 'guild'));
  if (!guild) throw unknown('Guild');
  if (!guild.data.widget_enabled) throw new ApiFailure(403, 50004, 'Widget Disabled');
  const style = call.query.get('style') ?? 'shield';
  if (!STYLES.includes(style))
    throw invalidForm(['style'], 'BASE_TYPE_CHOICES', `Value must be one of {${STYLES.join(', ')}}.`);
  return new RestReply(200, Buffer.from(PIXEL, 'base64'), { 'content-type': 'image/png' });
}
