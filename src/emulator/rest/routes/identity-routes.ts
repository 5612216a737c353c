/** Accounts of an application's users with other providers. @see https://docs.discord.com/developers/resources/application-identity-profile */
import { unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, param, RestReply, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

const PROFILE = '/applications/:application/users/:user/identities/:account/profile';

/** Account of a user elsewhere, with what a game shows of it. */
interface IdentityRecord {
  readonly applicationId: string;
  readonly userId: string;
  readonly provider: string;
  readonly account: string;
  username: string | null;
  data: Record<string, unknown> | null;
}

export const identityRoutes: readonly Route[] = [
  route('GET', PROFILE, (call) => toProfile(findIdentity(call))),
  route('PATCH', PROFILE, editProfile),
  route('GET', '/users/:user/application-identities/:application', (call) => {
    const { id } = ownApplication(call).application;
    return listWhere(call, (one) => one.applicationId === id && one.userId === param(call, 'user'));
  }),
  route('GET', '/applications/:application/application-identities/:provider/:account', (call) => {
    const { id } = ownApplication(call).application;
    return listWhere(
      call,
      (one) =>
        one.applicationId === id &&
        one.provider === param(call, 'provider') &&
        one.account === param(call, 'account'),
    );
  }),
  route('POST', '/users/:user/application-identities/:application/:provider/:account/delete', (call) => {
    identitiesOf(call).delete(keyOf(findIdentity(call)));
  }),
];

function identitiesOf(call: RestCall): Map<string, IdentityRecord> {
  return call.world.thingsOf<IdentityRecord>('identities');
}

function keyOf({ applicationId, userId, account }: IdentityRecord): string {
  return [applicationId, userId, account].join(':');
}

function findIdentity(call: RestCall): IdentityRecord {
  const { id } = ownApplication(call).application;
  const found = identitiesOf(call).get([id, param(call, 'user'), param(call, 'account')].join(':'));
  if (!found) throw unknown('User');
  return found;
}

function toProfile({ username, data }: IdentityRecord): unknown {
  return { username, metadata: null, data };
}

function listWhere(call: RestCall, fits: (identity: IdentityRecord) => boolean): unknown {
  const identities = [...identitiesOf(call).values()].filter(fits).map(({ userId, provider, account }) => ({
    user_id: userId,
    provider_type: provider,
    provider_issued_user_id: account,
  }));
  return { identities };
}

/** The first profile of an account answers 201, later ones 204. */
function editProfile(call: RestCall): RestReply {
  const { id } = ownApplication(call).application;
  const userId = param(call, 'user');
  if (!call.world.users.has(userId)) throw unknown('User');
  const form = bodyForm(call);
  const username = form.string('username', { max: 1024 });
  form.object('data')?.list('dynamic', { max: 30 });
  form.check();
  const data = form.raw('data') as Record<string, unknown> | undefined;
  const account = param(call, 'account');
  const draft = { applicationId: id, userId, provider: 'BOT', account, username: null, data: null };
  const known = identitiesOf(call).get(keyOf(draft));
  const identity: IdentityRecord = known ?? draft;
  if (username !== undefined) identity.username = username;
  if (data !== undefined) identity.data = data;
  identitiesOf(call).set(keyOf(identity), identity);
  return known ? new RestReply(204) : new RestReply(201, toProfile(identity));
}
