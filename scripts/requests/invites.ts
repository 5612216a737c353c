import type { Rest } from '../../src/rest/rest.js';
import { FILE, ID, REASON } from './sample-values.js';

/** Every method of `rest.invites`, with every option. */
export function callInvites({ invites }: Rest): readonly Promise<unknown>[] {
  return [
    invites.get('code', {
      with_counts: true,
      guild_scheduled_event_id: ID,
      target_channel_id: ID,
      target_message_id: ID,
    }),
    invites.delete('code', REASON),
    invites.getTargetUsers('code'),
    invites.editTargetUsers('code', FILE),
    invites.getTargetUsersJobStatus('code'),
  ];
}
