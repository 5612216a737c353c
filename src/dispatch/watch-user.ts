import { globalScope } from '../cache/global-scope.js';
import type { UserRecord } from '../models/records.js';
import type { DispatchContext } from './dispatch-context.js';

/**
 * Notes a cached user before something is written about it; the returned function tells of the change, if there was one.
 *
 * A user changes by an event of each guild that it is in, and by its presence; only the first of them changes anything.
 */
export function watchUser(context: DispatchContext, user: UserRecord): () => void {
  const { users } = context.cache;
  const row = users.rowOf(user.id);
  if (row < 0 || !context.hears('userUpdate')) return nothing;
  const before = users.copy(globalScope, user.id);
  const stamp = users.stampOf(row);
  return () => {
    const after = users.find(user.id);
    if (!before || !after || users.stampOf(users.rowOf(user.id)) === stamp) return;
    context.emit('userUpdate', (host) => [host.past.user(before), host.models.user(after)]);
  };
}

function nothing(): void {}
