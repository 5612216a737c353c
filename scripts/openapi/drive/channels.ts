import type { Scene } from './scene.js';

/** Channels, threads and invites. */
export async function driveChannels({ call, guild, general, alice }: Scene): Promise<void> {
  await call('GET', `/channels/${general}`);
  await call('PATCH', `/channels/${general}`, { topic: 'Topic' });
  await call('PUT', `/channels/${general}/permissions/${guild}`, { type: 0, allow: '0', deny: '2048' });
  await call('DELETE', `/channels/${general}/permissions/${guild}`);
  for (const type of [0, 2, 4, 13, 15])
    await call('POST', `/guilds/${guild}/channels`, { name: `c${type}`, type });
  const list = (await call('GET', `/guilds/${guild}/channels`)) as unknown as { id: string; type: number }[];
  await call('PATCH', `/guilds/${guild}/channels`, [{ id: general, position: 3 }]);
  const voice = list.find(({ type }) => type === 2)!;
  await call('PUT', `/channels/${voice.id}/voice-status`, { status: 'x' });
  const forum = list.find(({ type }) => type === 15)!;
  await call('POST', `/channels/${forum.id}/threads`, { name: 'post', message: { content: 'first' } });
  const thread = await call('POST', `/channels/${general}/threads`, { name: 'private', type: 12 });
  await call('GET', `/channels/${thread['id']}`);
  await call('PUT', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('GET', `/channels/${thread['id']}/thread-members`);
  await call('GET', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('DELETE', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('DELETE', `/channels/${thread['id']}/thread-members/@me`);
  await call('PUT', `/channels/${thread['id']}/thread-members/@me`);
  await call('GET', `/guilds/${guild}/threads/active`);
  await call('PATCH', `/channels/${thread['id']}`, { archived: true });
  await call('GET', `/channels/${general}/threads/archived/private`);
  await call('GET', `/channels/${general}/threads/archived/public`);
  await call('GET', `/channels/${general}/users/@me/threads/archived/private`);
  const news = await call('POST', `/guilds/${guild}/channels`, { name: 'news', type: 5 });
  await call('POST', `/channels/${news['id']}/followers`, { webhook_channel_id: general });
  const headline = await call('POST', `/channels/${news['id']}/messages`, { content: 'x' });
  await call('POST', `/channels/${news['id']}/messages/${headline['id']}/crosspost`);
  await call('PUT', `/channels/${news['id']}/pins/${headline['id']}`);
  await call('DELETE', `/channels/${news['id']}/pins/${headline['id']}`);
  const invite = await call('POST', `/channels/${general}/invites`, {});
  await call('GET', `/channels/${general}/invites`);
  await call('GET', `/guilds/${guild}/invites`);
  await call('GET', `/invites/${invite['code']}?with_counts=true`);
  await call('DELETE', `/invites/${invite['code']}`);
  await call('DELETE', `/channels/${voice.id}`);
}
