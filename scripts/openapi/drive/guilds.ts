import type { Scene } from './scene.js';

/** Guilds, roles, templates and pages. */
export async function driveGuild({ call, guild }: Scene): Promise<void> {
  await call('GET', `/guilds/${guild}?with_counts=true`);
  await call('PATCH', `/guilds/${guild}`, { name: 'Renamed', description: 'd' });
  for (const page of [
    'preview',
    'audit-logs',
    'regions',
    'prune',
    'vanity-url',
    'roles',
    'roles/member-counts',
    'integrations',
  ]) {
    await call('GET', `/guilds/${guild}/${page}`);
  }
  await call('POST', `/guilds/${guild}/prune`, {});
  await call('PUT', `/guilds/${guild}/incident-actions`, { invites_disabled_until: null });
  const role = await call('POST', `/guilds/${guild}/roles`, { name: 'r', color: 5 });
  await call('GET', `/guilds/${guild}/roles/${role['id']}`);
  await call('PATCH', `/guilds/${guild}/roles/${role['id']}`, { name: 'rr' });
  await call('PATCH', `/guilds/${guild}/roles`, [{ id: role['id'], position: 2 }]);
  await call('DELETE', `/guilds/${guild}/roles/${role['id']}`);
  const template = await call('POST', `/guilds/${guild}/templates`, { name: 't' });
  await call('GET', `/guilds/${guild}/templates`);
  await call('GET', `/guilds/templates/${template['code']}`);
  await call('PUT', `/guilds/${guild}/templates/${template['code']}`);
  await call('PATCH', `/guilds/${guild}/templates/${template['code']}`, { name: 'u' });
  await call('DELETE', `/guilds/${guild}/templates/${template['code']}`);
  await call('PATCH', `/guilds/${guild}/welcome-screen`, { description: 'Hi' });
  await call('GET', `/guilds/${guild}/welcome-screen`);
  await call('GET', `/guilds/${guild}/onboarding`);
  await call('PUT', `/guilds/${guild}/onboarding`, { mode: 0 });
  await call('PATCH', `/guilds/${guild}/widget`, { enabled: true });
  await call('GET', `/guilds/${guild}/widget`);
  await call('GET', `/guilds/${guild}/widget.json`);
  await call('GET', `/guilds/${guild}/widget.png?style=banner1`);
}
