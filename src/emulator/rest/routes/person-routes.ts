/** What applications may do in a person's name. @see https://docs.discord.com/developers/resources/user */
import { guildPermissions } from '../../world/permissions.js';
import { ApiFailure, missingAccess, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { accessOf, bodyForm, param, peopleRoute, queryFlag } from '../rest-call.js';

const CONNECTION = '/users/@me/applications/:application/role-connection';
const SCOPE = 'role_connections.write';

/** Account elsewhere that gives roles. */
interface RoleConnection {
  platform_name?: string;
  platform_username?: string | null;
  metadata: Record<string, string>;
}

export const personRoutes: readonly Route[] = [
  peopleRoute('GET', '/users/@me/guilds/:guild/member', 'guilds.members.read', getOwnMember),
  peopleRoute(
    'GET',
    '/users/@me/applications/:application/entitlements',
    'applications.entitlements',
    listEntitlements,
  ),
  peopleRoute('GET', CONNECTION, SCOPE, (call) => connectionsOf(call).get(keyOf(call)) ?? { metadata: {} }),
  peopleRoute('PUT', CONNECTION, SCOPE, setConnection),
  peopleRoute('DELETE', CONNECTION, SCOPE, (call) => {
    connectionsOf(call).delete(keyOf(call));
  }),
];

function getOwnMember(call: RestCall): unknown {
  const guild = call.world.guilds.get(param(call, 'guild'));
  if (!guild) throw unknown('Guild');
  const member = guild.members.get(accessOf(call).userId);
  if (!member) throw missingAccess();
  return { ...member, permissions: String(guildPermissions(guild, member, call.world.clock.now())) };
}

function listEntitlements(call: RestCall): unknown {
  const { userId, applicationId } = ownAccess(call);
  const skus = call.query.getAll('sku_ids').flatMap((ids) => ids.split(','));
  return [...call.world.thingsOf('entitlements').values()].filter(
    (entitlement) =>
      entitlement['application_id'] === applicationId &&
      entitlement['user_id'] === userId &&
      (skus.length === 0 || skus.includes(String(entitlement['sku_id']))) &&
      !(queryFlag(call, 'exclude_consumed') && entitlement['consumed'] === true),
  );
}

function ownAccess(call: RestCall): ReturnType<typeof accessOf> {
  const access = accessOf(call);
  if (param(call, 'application') !== access.applicationId)
    throw new ApiFailure(403, 20012, 'You are not authorized to perform this action on this application');
  return access;
}

function keyOf(call: RestCall): string {
  const { applicationId, userId } = ownAccess(call);
  return `${applicationId}:${userId}`;
}

function connectionsOf(call: RestCall): Map<string, RoleConnection> {
  return call.world.thingsOf<RoleConnection>('role-connections');
}

function setConnection(call: RestCall): RoleConnection {
  const form = bodyForm(call);
  const name = form.string('platform_name', { max: 50 });
  const username = form.string('platform_username', { max: 100 });
  const metadata = form.object('metadata') ? (form.raw('metadata') as Record<string, unknown>) : {};
  const known = call.world.bots.get(ownAccess(call).applicationId)!.application.settings['role_connections'];
  const keys = ((known ?? []) as readonly { readonly key: string }[]).map(({ key }) => key);
  for (const key of Object.keys(metadata)) {
    if (!keys.includes(key))
      form.fail('metadata', 'ROLE_CONNECTION_METADATA_UNKNOWN', `Unknown key "${key}"`);
  }
  form.check();
  const connection: RoleConnection = {
    ...(name === undefined ? {} : { platform_name: name }),
    ...(username === undefined ? {} : { platform_username: username }),
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)])),
  };
  connectionsOf(call).set(keyOf(call), connection);
  return connection;
}
