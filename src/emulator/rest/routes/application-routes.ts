/** The application itself. @see https://docs.discord.com/developers/resources/application */
import type { HttpEndpoints } from '../../interactions/http-endpoint.js';
import type { BotRecord } from '../../world/bot-record.js';
import type { World } from '../../world/world.js';
import { invalidForm } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

/** Routes of the application itself. */
export function applicationRoutes(endpoints: HttpEndpoints): readonly Route[] {
  const editApplication = (call: RestCall): Promise<unknown> => edit(call, endpoints);
  return [
    route('GET', '/applications/@me', (call) => toWireApplication(call.world, callerOf(call))),
    route('PATCH', '/applications/@me', editApplication),
    route('GET', '/applications/:application', (call) => toWireApplication(call.world, ownApplication(call))),
    route('PATCH', '/applications/:application', editApplication),
    route('GET', '/oauth2/applications/@me', (call) => toWireApplication(call.world, callerOf(call))),
  ];
}

/** Application as its own bot sees it. */
export function toWireApplication(world: World, bot: BotRecord): Record<string, unknown> {
  const { application } = bot;
  const owner = world.users.get(application.ownerId);
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: application.description,
    type: null,
    bot: bot.user,
    cover_image: undefined,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {} },
    verify_key: application.verifyKey,
    owner,
    team: null,
    flags: application.flags,
    flags_new: String(application.flags),
    approximate_guild_count: [...world.guilds.values()].filter(({ members }) => members.has(bot.id)).length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    eligible_oauth2_scopes: ['applications.commands', 'bot'],
    interactions_endpoint_url: application.interactionsEndpointUrl,
    role_connections_verification_url: null,
    explicit_content_filter: 0,
    tags: [],
    ...application.settings,
  };
}

async function edit(call: RestCall, endpoints: HttpEndpoints): Promise<unknown> {
  const bot = callerOf(call);
  const form = bodyForm(call);
  const description = form.string('description', { max: 400 });
  const tags = form.strings('tags', { max: 5, itemMax: 20 });
  const flags = form.integer('flags', { min: 0 });
  const url = form.isNull('interactions_endpoint_url') ? null : form.string('interactions_endpoint_url');
  form.check();
  if (url !== undefined && url !== bot.application.interactionsEndpointUrl)
    await verifyEndpoint(endpoints, bot, url);
  if (description !== undefined) bot.application.description = description;
  if (tags !== undefined) bot.application.settings['tags'] = tags;
  if (flags !== undefined) bot.application.flags = flags;
  for (const key of [
    'custom_install_url',
    'role_connections_verification_url',
    'install_params',
    'integration_types_config',
  ]) {
    if (form.has(key)) bot.application.settings[key] = form.raw(key);
  }
  return toWireApplication(call.world, bot);
}

/** Endpoints must answer a PING, and refuse a bad signature. */
async function verifyEndpoint(endpoints: HttpEndpoints, bot: BotRecord, url: string | null): Promise<void> {
  try {
    await endpoints.set(bot, url ?? undefined);
  } catch {
    throw invalidForm(
      ['interactions_endpoint_url'],
      'APPLICATION_INTERACTIONS_ENDPOINT_VERIFICATION_FAILED',
      'The specified interactions endpoint url could not be verified.',
    );
  }
}
