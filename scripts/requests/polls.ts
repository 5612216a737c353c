import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

/** Every method of `rest.polls`, with every option. */
export function callPolls({ polls }: Rest): readonly Promise<unknown>[] {
  return [polls.listVoters(ID, ID, 1, { after: ID, limit: 1 }), polls.end(ID, ID)];
}
