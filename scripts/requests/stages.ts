import type { Rest } from '../../src/rest/rest.js';
import { ID, REASON } from './sample-values.js';

/** Every method of `rest.stages`, with every option. */
export function callStages({ stages }: Rest): readonly Promise<unknown>[] {
  return [
    stages.create(
      {
        topic: 'xxx',
        channel_id: ID,
        privacy_level: 1,
        guild_scheduled_event_id: ID,
        send_start_notification: true,
      },
      REASON,
    ),
    stages.get(ID),
    stages.edit(ID, { topic: 'xxx', privacy_level: 1 }, REASON),
    stages.delete(ID, REASON),
  ];
}
