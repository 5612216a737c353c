import type { Rest } from '../../src/rest/rest.js';
import { FILE, ID, REASON } from './sample-values.js';

/** Every method of `rest.stickers`, with every option. */
export function callStickers({ stickers }: Rest): readonly Promise<unknown>[] {
  return [
    stickers.get(ID),
    stickers.listPacks(),
    stickers.getPack(ID),
    stickers.list(ID),
    stickers.getForGuild(ID, ID),
    stickers.create(ID, { name: 'xxx', description: 'xxx', tags: 'xxx' }, FILE, REASON),
    stickers.edit(ID, ID, { name: 'xxx', tags: 'xxx', description: 'xxx' }, REASON),
    stickers.delete(ID, ID, REASON),
  ];
}
