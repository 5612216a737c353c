import type { APIUser } from 'discord-api-types/v10';
import type { ModelHost } from './host.js';
import type { User } from './user.js';

/** User that came inside another record, or `undefined`. */
export function attachedUser(host: ModelHost, user: APIUser | null | undefined): User | undefined {
  return user ? host.models.user(host.records.user(user.id) ?? user) : undefined;
}
