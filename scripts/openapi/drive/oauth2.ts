import type { Body, Scene } from './scene.js';

const SCOPES = [
  'identify',
  'openid',
  'guilds',
  'guilds.join',
  'guilds.members.read',
  'gdm.join',
  'role_connections.write',
  'applications.entitlements',
  'applications.commands.permissions.update',
];

/** What applications do in the name of people. */
export async function driveOauth2(scene: Scene): Promise<void> {
  const { call, account, people, bot, guild } = scene;
  const basic = `Basic ${Buffer.from(`${bot}:${account.clientSecret}`).toString('base64')}`;
  const grant = (code: string): Promise<Body> =>
    call('POST', '/oauth2/token', { grant_type: 'authorization_code', code }, basic);
  const first = await grant(people.owner.authorize(account, SCOPES));
  const token = await call(
    'POST',
    '/oauth2/token',
    { grant_type: 'refresh_token', refresh_token: first['refresh_token'] },
    basic,
  );
  const bearer = `Bearer ${token['access_token']}`;
  await call('GET', '/oauth2/keys');
  for (const path of ['/oauth2/@me', '/oauth2/userinfo', '/users/@me', '/users/@me/guilds']) {
    await call('GET', path, undefined, bearer);
  }
  await call('GET', `/users/@me/guilds/${guild}/member`, undefined, bearer);
  await call('GET', `/users/@me/applications/${bot}/entitlements`, undefined, bearer);
  await driveConnection(scene, bearer);
  await drivePermissions(scene, bearer);
  await driveGroups(scene, String(token['access_token']));
  await call('POST', '/oauth2/token/revoke', { token: token['access_token'] }, basic);
}

async function driveConnection({ call, bot }: Scene, bearer: string): Promise<void> {
  const path = `/users/@me/applications/${bot}/role-connection`;
  await call('GET', path, undefined, bearer);
  await call('PUT', path, { platform_name: 'Game', metadata: { k: 5 } }, bearer);
  await call('DELETE', path, undefined, bearer);
}

async function drivePermissions({ call, bot, guild }: Scene, bearer: string): Promise<void> {
  const commands = `/applications/${bot}/guilds/${guild}/commands`;
  const command = await call('POST', commands, { name: 'kept', description: 'Kept' });
  const permissions = [{ id: guild, type: 1, permission: false }];
  await call('PUT', `${commands}/${command['id']}/permissions`, { permissions }, bearer);
  await call('GET', `${commands}/${command['id']}/permissions`);
  await call('GET', `${commands}/permissions`);
}

async function driveGroups({ call, discord, account, guild, bot }: Scene, token: string): Promise<void> {
  const erin = discord.createUser('Erin');
  const secret = account.clientSecret;
  const granted = await call('POST', '/oauth2/token', {
    grant_type: 'authorization_code',
    code: erin.authorize(account, SCOPES),
    client_id: bot,
    client_secret: secret,
  });
  const access = granted['access_token'];
  await call('PUT', `/guilds/${guild}/members/${erin.id}`, { access_token: access, nick: 'E' });
  const group = await call('POST', '/users/@me/channels', { access_tokens: [token] });
  await call('PUT', `/channels/${group['id']}/recipients/${erin.id}`, { access_token: access });
  await call('DELETE', `/channels/${group['id']}/recipients/${erin.id}`);
}
