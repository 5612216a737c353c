import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE } from './sample-values.js';

/** Every method of `rest.users`, with every option. */
export function callUsers({ users }: Rest): readonly Promise<unknown>[] {
  return [
    users.get(ID),
    users.getCurrent(),
    users.editCurrent({ username: 'xxx', avatar: IMAGE, banner: IMAGE }),
    users.createDm(ID),
    users.createGroupDm({ access_tokens: ['xxx'], nicks: { [ID]: 'xxx' } }),
    users.addToGroupDm(ID, ID, { access_token: 'xxx', nick: 'xxx' }),
    users.removeFromGroupDm(ID, ID),
    users.listGuilds({ before: ID, after: ID, limit: 1, with_counts: true }),
    users.getGuildMember(ID),
    users.leaveGuild(ID),
    users.listConnections(),
    users.getRoleConnection(ID),
    users.updateRoleConnection(ID, {
      platform_name: 'xxx',
      platform_username: 'xxx',
      metadata: { key: 'value' },
    }),
    users.deleteRoleConnection(ID),
  ];
}
