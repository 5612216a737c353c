import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

const CLIENT = { clientId: ID, clientSecret: 'xxx' };

/** Every method of `rest.oauth2`, with every option. */
export function callOauth2({ oauth2 }: Rest): readonly Promise<unknown>[] {
  return [
    oauth2.getCurrentAuthorization(),
    oauth2.getCurrentApplication(),
    oauth2.createToken(CLIENT, {
      grant_type: 'authorization_code',
      code: 'xxx',
      redirect_uri: 'https://example.com',
    }),
    oauth2.createToken(CLIENT, { grant_type: 'refresh_token', refresh_token: 'xxx' }),
    oauth2.createToken(CLIENT, { grant_type: 'client_credentials', scope: 'identify' }),
    oauth2.revokeToken(CLIENT, { token: 'xxx', token_type_hint: 'refresh_token' }),
  ];
}
