import type { Scene } from './scene.js';

/** Scheduled events, auto moderation, stages and entitlements. */
export async function driveEvents({ call, guild, bot, alice }: Scene): Promise<void> {
  const events = `/guilds/${guild}/scheduled-events`;
  const event = await call('POST', events, {
    name: 'e',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'here' },
    scheduled_start_time: '2026-02-01T00:00:00Z',
    scheduled_end_time: '2026-02-02T00:00:00Z',
  });
  await call('GET', events);
  await call('GET', `${events}/${event['id']}`);
  await call('PATCH', `${events}/${event['id']}`, { name: 'f' });
  await call('GET', `${events}/${event['id']}/users`);
  await call('DELETE', `${events}/${event['id']}`);
  const rules = `/guilds/${guild}/auto-moderation/rules`;
  const actions = [{ type: 1, metadata: {} }];
  const rule = await call('POST', rules, {
    name: 'r',
    event_type: 1,
    trigger_type: 1,
    trigger_metadata: { keyword_filter: ['x'] },
    actions,
  });
  await call('GET', rules);
  await call('GET', `${rules}/${rule['id']}`);
  await call('PATCH', `${rules}/${rule['id']}`, { name: 'rr' });
  await call('DELETE', `${rules}/${rule['id']}`);
  const channels = (await call('GET', `/guilds/${guild}/channels`)) as unknown as {
    id: string;
    type: number;
  }[];
  const stage = channels.find(({ type }) => type === 13)!;
  await call('POST', '/stage-instances', { channel_id: stage.id, topic: 't' });
  await call('GET', `/stage-instances/${stage.id}`);
  await call('PATCH', `/stage-instances/${stage.id}`, { topic: 'u' });
  await call('DELETE', `/stage-instances/${stage.id}`);
  const entitlements = `/applications/${bot}/entitlements`;
  const entitlement = await call('POST', entitlements, { sku_id: '1', owner_id: alice, owner_type: 2 });
  await call('GET', entitlements);
  await call('GET', `${entitlements}/${entitlement['id']}`);
  await call('POST', `${entitlements}/${entitlement['id']}/consume`);
  await call('DELETE', `${entitlements}/${entitlement['id']}`);
}
