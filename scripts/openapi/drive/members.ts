import type { Scene } from './scene.js';

/** Members and bans; leaves the guild at the end. */
export async function driveMembers({ call, guild, alice, bob }: Scene): Promise<void> {
  const roles = (await call('GET', `/guilds/${guild}/roles`)) as unknown as { id: string; name: string }[];
  const low = roles.find(({ name }) => name === 'low')!;
  const members = `/guilds/${guild}/members`;
  await call('GET', `${members}?limit=10`);
  await call('GET', `${members}/search?query=a`);
  await call('GET', `${members}/${alice}`);
  await call('PATCH', `${members}/@me`, { nick: 'n' });
  await call('PATCH', `${members}/${alice}`, { nick: 'n' });
  await call('PUT', `${members}/${alice}/roles/${low.id}`);
  await call('DELETE', `${members}/${alice}/roles/${low.id}`);
  await call('DELETE', `${members}/${bob}`);
  const bans = `/guilds/${guild}/bans`;
  await call('PUT', `${bans}/${bob}`, { delete_message_seconds: 0 });
  await call('GET', bans);
  await call('GET', `${bans}/${bob}`);
  await call('DELETE', `${bans}/${bob}`);
  await call('POST', `/guilds/${guild}/bulk-ban`, { user_ids: [bob] });
  await call('DELETE', `/users/@me/guilds/${guild}`);
}
