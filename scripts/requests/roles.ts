import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE, REASON } from './sample-values.js';

/** Every method of `rest.roles`, with every option. */
export function callRoles({ roles }: Rest): readonly Promise<unknown>[] {
  return [
    roles.list(ID),
    roles.get(ID, ID),
    roles.create(
      ID,
      {
        name: 'xxx',
        permissions: '1',
        color: 1,
        colors: { primary_color: 1, secondary_color: 1, tertiary_color: 1 },
        hoist: true,
        mentionable: true,
        icon: IMAGE,
        unicode_emoji: 'xxx',
      },
      REASON,
    ),
    roles.editPositions(ID, [{ id: ID, position: 1 }], REASON),
    roles.edit(
      ID,
      ID,
      {
        name: 'xxx',
        permissions: '1',
        color: 1,
        colors: { primary_color: 1, secondary_color: 1, tertiary_color: 1 },
        hoist: true,
        mentionable: true,
        icon: IMAGE,
        unicode_emoji: 'xxx',
      },
      REASON,
    ),
    roles.delete(ID, ID, REASON),
    roles.getMemberCounts(ID),
  ];
}
