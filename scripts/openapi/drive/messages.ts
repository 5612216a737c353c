import type { Scene } from './scene.js';

/** Messages, reactions, pins and polls. */
export async function driveMessages({ call, general, bot }: Scene): Promise<void> {
  const path = `/channels/${general}/messages`;
  const embeds = [
    { title: 't', description: 'd', color: 1, fields: [{ name: 'n', value: 'v' }], footer: { text: 'f' } },
  ];
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'l', custom_id: 'c' }] }];
  const first = await call('POST', path, { content: 'one', embeds, components });
  const second = await call('POST', path, { content: 'two', message_reference: { message_id: first['id'] } });
  await call('POST', path, {
    flags: 32_768,
    components: [{ type: 17, components: [{ type: 10, content: 'text' }] }],
  });
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ content: 'file' }));
  form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
  await call('POST', path, form);
  const poll = await call('POST', path, {
    poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] },
  });
  await call('GET', `/channels/${general}/polls/${poll['id']}/answers/1`);
  await call('POST', `/channels/${general}/polls/${poll['id']}/expire`);
  await call('PUT', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/@me`);
  await call('GET', `${path}/${first['id']}`);
  await call('GET', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/@me`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/${bot}`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}`);
  await call('DELETE', `${path}/${first['id']}/reactions`);
  await call('PATCH', `${path}/${first['id']}`, { content: 'uno' });
  await call('PUT', `${path}/pins/${first['id']}`);
  await call('GET', `${path}/pins`);
  await call('GET', `/channels/${general}/pins`);
  await call('DELETE', `${path}/pins/${first['id']}`);
  await call('GET', path);
  await call('POST', `/channels/${general}/typing`);
  await call('POST', `${path}/${first['id']}/threads`, { name: 'thread' });
  await call('POST', `${path}/bulk-delete`, { messages: [poll['id'], second['id']] });
  await call('DELETE', `${path}/${first['id']}`);
}
