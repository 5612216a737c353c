import type { Scene } from './scene.js';

/** Webhooks. */
export async function driveWebhooks({ call, guild, general }: Scene): Promise<void> {
  const webhook = await call('POST', `/channels/${general}/webhooks`, { name: 'hook' });
  await call('GET', `/channels/${general}/webhooks`);
  await call('GET', `/guilds/${guild}/webhooks`);
  await call('GET', `/webhooks/${webhook['id']}`);
  await call('PATCH', `/webhooks/${webhook['id']}`, { name: 'hook2' });
  const path = `/webhooks/${webhook['id']}/${webhook['token']}`;
  await call('GET', path);
  await call('PATCH', path, { name: 'hook3' });
  const message = await call('POST', `${path}?wait=true`, { content: 'x' });
  await call('POST', path, { content: 'x' });
  await call('GET', `${path}/messages/${message['id']}`);
  await call('PATCH', `${path}/messages/${message['id']}`, { content: 'y' });
  await call('DELETE', `${path}/messages/${message['id']}`);
  await call('POST', `${path}/slack`, { text: 'From Slack' });
  await call('POST', `${path}/github`, {
    action: 'opened',
    sender: { id: 1, login: 'octocat' },
    issue: { id: 1, number: 7, html_url: 'https://github.com/a/b/issues/7', title: 'Broken' },
  });
  await call('DELETE', path);
  const other = await call('POST', `/channels/${general}/webhooks`, { name: 'hook' });
  await call('DELETE', `/webhooks/${other['id']}`);
}
