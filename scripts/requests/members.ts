import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE, REASON, TIME } from './sample-values.js';

/** Every method of `rest.members`, with every option. */
export function callMembers({ members }: Rest): readonly Promise<unknown>[] {
  return [
    members.get(ID, ID),
    members.list(ID, { limit: 1, after: ID }),
    members.search(ID, { limit: 1, query: 'xxx' }),
    members.add(ID, ID, { nick: 'xxx', roles: [ID], mute: true, deaf: true, access_token: 'xxx', flags: 1 }),
    members.edit(
      ID,
      ID,
      {
        nick: 'xxx',
        roles: [ID],
        mute: true,
        deaf: true,
        channel_id: ID,
        communication_disabled_until: TIME,
        flags: 1,
      },
      REASON,
    ),
    members.editCurrent(ID, { nick: 'xxx', avatar: IMAGE, bio: 'xxx', banner: IMAGE }, REASON),
    members.editCurrentNickname(ID, { nick: 'xxx' }, REASON),
    members.remove(ID, ID, REASON),
    members.addRole(ID, ID, ID, REASON),
    members.removeRole(ID, ID, ID, REASON),
  ];
}
