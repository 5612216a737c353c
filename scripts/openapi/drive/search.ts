import type { Scene } from './scene.js';

/** Search for messages and threads. */
export async function driveSearch({ call, guild, general, people, place }: Scene): Promise<void> {
  await people.bob.say(place.channel('general'), 'a needle in https://example.com');
  await call('GET', `/guilds/${guild}/messages/search?content=needle&has=link&author_type=user`);
  const forum = await call('POST', `/guilds/${guild}/channels`, { name: 'questions', type: 15 });
  await call('POST', `/channels/${forum['id']}/threads`, {
    name: 'A needle',
    message: { content: 'Where?' },
  });
  await call('GET', `/channels/${forum['id']}/threads/search?name=needle`);
  await call('GET', `/channels/${general}/threads/search?limit=1&offset=0`);
}
