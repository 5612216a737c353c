import type { Rest } from '../../src/rest/rest.js';
import { EMOJI, ID } from './sample-values.js';

/** Every method of `rest.reactions`, with every option. */
export function callReactions({ reactions }: Rest): readonly Promise<unknown>[] {
  return [
    reactions.add(ID, ID, EMOJI),
    reactions.removeOwn(ID, ID, EMOJI),
    reactions.removeUser(ID, ID, EMOJI, ID),
    reactions.list(ID, ID, EMOJI, { after: ID, limit: 1, type: 0 }),
    reactions.removeAll(ID, ID),
    reactions.removeAllOf(ID, ID, EMOJI),
  ];
}
