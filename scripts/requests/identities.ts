import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

/** Every method of `rest.identities`, with every option. */
export function callIdentities({ identities }: Rest): readonly Promise<unknown>[] {
  return [
    identities.getProfile(ID, ID, ID),
    identities.editProfile(ID, ID, ID, {}),
    identities.listForUser(ID, ID),
    identities.listForProvider(ID, 'text', ID, {}),
    identities.delete(ID, ID, 'text', 'text'),
    identities.delete(ID, ID, 'text', ID, {}),
  ];
}
