/** Accounts of players who have no Discord account yet. @see https://docs.discord.com/developers/discord-social-sdk */
import { issueToken } from '../../world/access-token.js';
import type { BotRecord } from '../../world/bot-record.js';
import { newUser } from '../../world/user-record.js';
import { ApiFailure, unknown } from '../api-failure.js';
import type { Form } from '../form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, publicRoute, route } from '../rest-call.js';
import { toWireToken } from './oauth2-routes.js';

const AUTH_TYPES = [
  'OIDC',
  'EPIC_ONLINE_SERVICES_ACCESS_TOKEN',
  'EPIC_ONLINE_SERVICES_ID_TOKEN',
  'STEAM_SESSION_TICKET',
  'UNITY_SERVICES_ID_TOKEN',
  'DISCORD_BOT_ISSUED_ACCESS_TOKEN',
  'APPLE_ID_TOKEN',
  'PLAYSTATION_NETWORK_ID_TOKEN',
];
const SCOPES = ['sdk.social_layer'];

/** Provisional account by application and name elsewhere. */
interface ProvisionalAccount {
  readonly userId: string;
}

export const partnerRoutes: readonly Route[] = [
  publicRoute('POST', '/partner-sdk/token', (call) => {
    const { bot, externalId } = readClient(call);
    return tokenFor(call, bot, externalId);
  }),
  route('POST', '/partner-sdk/token/bot', (call) => {
    const form = bodyForm(call);
    const externalId = form.string('external_user_id', { required: true, min: 1, max: 1024 });
    const name = form.string('preferred_global_name', { min: 1, max: 32 });
    form.check();
    return tokenFor(call, callerOf(call), externalId!, name);
  }),
  publicRoute('POST', '/partner-sdk/provisional-accounts/unmerge', (call) => {
    const { bot, externalId } = readClient(call);
    unmerge(call, bot, externalId);
  }),
  route('POST', '/partner-sdk/provisional-accounts/unmerge/bot', (call) => {
    const form = bodyForm(call);
    const externalId = form.string('external_user_id', { required: true, min: 1, max: 1024 });
    form.check();
    unmerge(call, callerOf(call), externalId!);
  }),
];

/** Application that a game client names; its token elsewhere stands for the player. */
function readClient(call: RestCall): { readonly bot: BotRecord; readonly externalId: string } {
  const form: Form = bodyForm(call);
  const clientId = form.snowflake('client_id', { required: true });
  const secret = form.string('client_secret', { max: 1024 });
  const token = form.string('external_auth_token', { required: true, min: 1, max: 10_240 });
  const type = form.string('external_auth_type', { required: true });
  if (type !== undefined && !AUTH_TYPES.includes(type))
    form.fail('external_auth_type', 'BASE_TYPE_CHOICES', `Value must be one of {${AUTH_TYPES.join(', ')}}.`);
  form.check();
  const bot = call.world.bots.get(clientId!);
  if (!bot) throw unknown('Application');
  if (secret !== undefined && secret !== bot.application.clientSecret)
    throw new ApiFailure(401, 0, '401: Unauthorized');
  return { bot, externalId: `${type}:${token}` };
}

function accountsOf(call: RestCall): Map<string, ProvisionalAccount> {
  return call.world.thingsOf<ProvisionalAccount>('provisional-accounts');
}

function tokenFor(call: RestCall, bot: BotRecord, externalId: string, name = 'player'): unknown {
  const { world } = call;
  const applicationId = bot.application.id;
  const key = `${applicationId}:${externalId}`;
  const known = accountsOf(call).get(key);
  const userId = known?.userId ?? world.ids.next();
  if (!known) {
    world.users.set(userId, newUser(userId, name, false));
    accountsOf(call).set(key, { userId });
  }
  const token = issueToken(world, { applicationId, userId, scopes: SCOPES });
  return { ...toWireToken(token), id_token: `${token.token}.id`, scopes: SCOPES };
}

function unmerge(call: RestCall, bot: BotRecord, externalId: string): void {
  const key = `${bot.application.id}:${externalId}`;
  if (!accountsOf(call).delete(key)) throw unknown('User');
}
