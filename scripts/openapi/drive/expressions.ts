import { OGG, PNG } from './samples.js';
import type { Scene } from './scene.js';

/** Emojis, stickers and sounds. */
export async function driveExpressions({ call, guild, bot }: Scene): Promise<void> {
  for (const path of [`/guilds/${guild}/emojis`, `/applications/${bot}/emojis`]) {
    const emoji = await call('POST', path, { name: 'smile', image: PNG });
    await call('GET', path);
    await call('GET', `${path}/${emoji['id']}`);
    await call('PATCH', `${path}/${emoji['id']}`, { name: 'grin' });
    await call('DELETE', `${path}/${emoji['id']}`);
  }
  const form = new FormData();
  for (const [key, value] of [
    ['name', 'st'],
    ['tags', 'x'],
    ['description', ''],
  ] as const)
    form.set(key, value);
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'a.png');
  const stickers = `/guilds/${guild}/stickers`;
  const sticker = await call('POST', stickers, form);
  await call('GET', stickers);
  await call('GET', `${stickers}/${sticker['id']}`);
  await call('GET', `/stickers/${sticker['id']}`);
  await call('PATCH', `${stickers}/${sticker['id']}`, { name: 'st2' });
  await call('DELETE', `${stickers}/${sticker['id']}`);
  const sounds = `/guilds/${guild}/soundboard-sounds`;
  const sound = await call('POST', sounds, { name: 'boom', sound: OGG });
  await call('GET', sounds);
  await call('GET', `${sounds}/${sound['sound_id']}`);
  await call('PATCH', `${sounds}/${sound['sound_id']}`, { name: 'bang' });
  await call('DELETE', `${sounds}/${sound['sound_id']}`);
  await call('GET', '/soundboard-default-sounds');
}
