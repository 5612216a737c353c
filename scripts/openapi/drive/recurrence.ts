import type { Scene } from './scene.js';

/** Recurring events, their exceptions, and who is interested. */
export async function driveRecurrence({ call, guild, people, place }: Scene): Promise<void> {
  const events = `/guilds/${guild}/scheduled-events`;
  const event = await call('POST', events, {
    name: 'weekly',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'here' },
    scheduled_start_time: '2026-02-01T00:00:00Z',
    scheduled_end_time: '2026-02-01T01:00:00Z',
    recurrence_rule: { start: '2026-02-01T00:00:00Z', frequency: 2, interval: 1, by_weekday: [6] },
  });
  await people.bob.followEvent(place, String(event['id']));
  const path = `${events}/${event['id']}`;
  const exception = await call('POST', `${path}/exceptions`, {
    original_scheduled_start_time: '2026-02-08T00:00:00Z',
    is_canceled: true,
  });
  const id = String(exception['event_exception_id']);
  await call('PATCH', `${path}/exceptions/${id}`, { scheduled_start_time: '2026-02-08T02:00:00Z' });
  await call('GET', `${path}?with_user_count=true`);
  await call('GET', `${path}/users?with_member=true`);
  await call('GET', `${path}/users/counts?guild_scheduled_event_exception_ids=${id}`);
  await call('GET', `${path}/${id}/users`);
  await call('DELETE', `${path}/exceptions/${id}`);
  await call('DELETE', path);
}
