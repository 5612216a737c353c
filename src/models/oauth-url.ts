import type { Snowflake } from '../types/type-tools.js';
import type { PermissionsLike } from './permissions.js';
import { Permissions } from './permissions.js';

/** What an address for adding a bot or logging in says. */
export interface OAuthUrlOptions {
  /** Id of the application. */
  readonly clientId: Snowflake;
  /** What is asked for. @defaultValue bot and applications.commands */
  readonly scopes?: readonly string[];
  /** Permissions that the bot asks for. */
  readonly permissions?: PermissionsLike;
  /** Guild that is chosen in advance. */
  readonly guildId?: Snowflake;
  /** Whether no other guild can be chosen. */
  readonly disableGuildSelect?: boolean;
  /** Address that people are sent back to; one of those in the developer portal. */
  readonly redirectUri?: string;
  /** Text that comes back unchanged, against forged answers. */
  readonly state?: string;
  /** Whether people who have agreed before are asked again. */
  readonly prompt?: 'consent' | 'none';
  /** 0 to add it to a guild, 1 to a user. */
  readonly integrationType?: 0 | 1;
}

/** Address at which people add a bot or log in. @see https://docs.discord.com/developers/topics/oauth2 */
export function oauthUrl(options: OAuthUrlOptions): string {
  const { clientId, scopes = ['bot', 'applications.commands'], permissions, redirectUri } = options;
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', scopes.join(' '));
  if (permissions !== undefined) url.searchParams.set('permissions', new Permissions(permissions).toJSON());
  if (options.guildId !== undefined) url.searchParams.set('guild_id', options.guildId);
  if (options.disableGuildSelect) url.searchParams.set('disable_guild_select', 'true');
  if (redirectUri !== undefined) {
    url.searchParams.set('redirect_uri', redirectUri);
    url.searchParams.set('response_type', 'code');
  }
  if (options.state !== undefined) url.searchParams.set('state', options.state);
  if (options.prompt !== undefined) url.searchParams.set('prompt', options.prompt);
  if (options.integrationType !== undefined) {
    url.searchParams.set('integration_type', String(options.integrationType));
  }
  return url.href;
}
