import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE, REASON } from './sample-values.js';

/** Every method of `rest.emojis`, with every option. */
export function callEmojis({ emojis }: Rest): readonly Promise<unknown>[] {
  return [
    emojis.list(ID),
    emojis.get(ID, ID),
    emojis.create(ID, { name: 'xxx', image: IMAGE, roles: [ID] }, REASON),
    emojis.edit(ID, ID, { name: 'xxx', roles: [ID] }, REASON),
    emojis.delete(ID, ID, REASON),
    emojis.listForApplication(ID),
    emojis.getForApplication(ID, ID),
    emojis.createForApplication(ID, { name: 'xxx', image: IMAGE }),
    emojis.editForApplication(ID, ID, { name: 'xxx' }),
    emojis.deleteForApplication(ID, ID),
  ];
}
