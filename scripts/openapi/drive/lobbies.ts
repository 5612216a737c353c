import type { Scene } from './scene.js';

/** Lobbies, provisional accounts and identities of games. */
export async function driveLobbies(scene: Scene): Promise<void> {
  const { call, alice, bot, general } = scene;
  const lobby = await call('POST', '/lobbies', { members: [{ id: alice }], metadata: { mode: 'duel' } });
  await call('PUT', '/lobbies', { secret: 'duel', lobby_metadata: { mode: 'duel' } });
  const path = `/lobbies/${lobby['id']}`;
  await call('GET', path);
  await call('PATCH', path, { metadata: { mode: 'team' } });
  await call('PATCH', `${path}/channel-linking`, { channel_id: general });
  await call('PUT', `${path}/members/${bot}`, { flags: 1 });
  await call('POST', `${path}/members/@me/invites`);
  await call('POST', `${path}/members/${alice}/invites`);
  await call('POST', `${path}/members/bulk`, [{ id: alice, metadata: { side: 'red' } }]);
  const message = await call('POST', `${path}/messages`, { content: 'Ready?' });
  await call('GET', `${path}/messages`);
  await call('PUT', `${path}/messages/${message['id']}/moderation-metadata`, { verdict: 'fine' });
  await call('DELETE', `${path}/members/@me`);
  await call('DELETE', `${path}/members/${alice}`);
  await call('DELETE', path);
  await driveAccounts(scene);
}

async function driveAccounts({ call, alice, bot }: Scene): Promise<void> {
  const external = {
    client_id: bot,
    external_auth_token: 'ticket',
    external_auth_type: 'STEAM_SESSION_TICKET',
  };
  await call('POST', '/partner-sdk/token', external);
  await call('POST', '/partner-sdk/provisional-accounts/unmerge', external);
  await call('POST', '/partner-sdk/token/bot', { external_user_id: 'p1', preferred_global_name: 'Player' });
  await call('POST', '/partner-sdk/provisional-accounts/unmerge/bot', { external_user_id: 'p1' });
  const direct = await call('POST', '/users/@me/channels', { recipient_id: alice });
  const message = await call('POST', `/channels/${direct['id']}/messages`, { content: 'Hi' });
  const path = `/partner-sdk/dms/${alice}/${bot}/messages/${message['id']}/moderation-metadata`;
  await call('PUT', path, { verdict: 'fine' });
  const identity = `/applications/${bot}/users/${alice}/identities/p1/profile`;
  await call('PATCH', identity, { username: 'Player' });
  await call('PATCH', identity, { data: { primary: { rank_name: 'Gold' } } });
  await call('GET', identity);
  await call('GET', `/users/${alice}/application-identities/${bot}`);
  await call('GET', `/applications/${bot}/application-identities/BOT/p1`);
  await call('POST', `/users/${alice}/application-identities/${bot}/BOT/p1/delete`, {});
}
