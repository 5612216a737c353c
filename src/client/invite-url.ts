import type { OAuthUrlOptions } from '../models/oauth-url.js';
import { oauthUrl } from '../models/oauth-url.js';
import { Permissions } from '../models/permissions.js';
import { declaredBotPermissions } from '../pipeline/checks/declared-bot-permissions.js';

/**
 * Address at which people add a bot, asking for the permissions that the handlers of its cogs require of it.
 *
 * `permissions` in the options are asked for besides.
 */
export function inviteUrl(cogClasses: Iterable<object>, options: OAuthUrlOptions): string {
  let permissions = new Permissions(options.permissions ?? 0n);
  for (const cogClass of cogClasses) permissions = permissions.with(declaredBotPermissions(cogClass));
  return oauthUrl({ ...options, permissions });
}
