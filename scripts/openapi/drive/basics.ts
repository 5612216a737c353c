import { PNG } from './samples.js';
import type { Scene } from './scene.js';

/** Users, applications and commands. */
export async function driveBasics({ call, guild, alice, bot }: Scene): Promise<void> {
  for (const path of [
    '/gateway',
    '/gateway/bot',
    '/users/@me',
    `/users/${alice}`,
    '/users/@me/guilds',
    '/users/@me/connections',
  ]) {
    await call('GET', path);
  }
  await call('PATCH', '/users/@me', { username: 'driver2', avatar: PNG });
  await call('POST', '/users/@me/channels', { recipient_id: alice });
  for (const path of [
    '/applications/@me',
    `/applications/${bot}`,
    '/oauth2/applications/@me',
    '/voice/regions',
    '/sticker-packs',
  ]) {
    await call('GET', path);
  }
  const [pack] = (await call('GET', '/sticker-packs'))['sticker_packs'] as { id: string }[];
  await call('GET', `/sticker-packs/${pack?.id}`);
  await call('PATCH', '/applications/@me', { description: 'Drives' });
  await call('PATCH', `/applications/${bot}`, { description: 'Drives on' });
  await call('PUT', `/applications/${bot}/role-connections/metadata`, [
    { type: 7, key: 'k', name: 'n', description: 'd' },
  ]);
  await call('GET', `/applications/${bot}/role-connections/metadata`);
  for (const scope of [`/applications/${bot}/commands`, `/applications/${bot}/guilds/${guild}/commands`]) {
    const options = [
      { type: 3, name: 'text', description: 'Text', required: true, choices: [{ name: 'a', value: 'a' }] },
    ];
    const made = await call('POST', scope, { name: 'one', description: 'One', options });
    await call('GET', scope);
    await call('GET', `${scope}/${made['id']}`);
    await call('PATCH', `${scope}/${made['id']}`, { description: 'Uno' });
    await call('DELETE', `${scope}/${made['id']}`);
    await call('PUT', scope, [
      { name: 'two', description: 'Two' },
      { name: 'Three', type: 2 },
    ]);
  }
}
