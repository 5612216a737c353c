import type {
  RESTGetAPIOAuth2CurrentApplicationResult,
  RESTGetAPIOAuth2CurrentAuthorizationResult,
  RESTPostOAuth2AccessTokenResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { GET, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Application that asks for tokens. */
export interface OAuth2Client {
  /** Id of the application. */
  readonly clientId: Snowflake;
  /** Secret of the application, from the developer portal. */
  readonly clientSecret: string;
}

/** What a token is asked for with. */
export type OAuth2Grant =
  | {
      readonly grant_type: 'authorization_code';
      /** Code that came to the address below. */
      readonly code: string;
      /** Address that the user was sent back to. */
      readonly redirect_uri?: string;
      /** Secret of PKCE, where the code was asked for with one. */
      readonly code_verifier?: string;
    }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string }
  | { readonly grant_type: 'client_credentials'; readonly scope: string };

/** Which token is revoked. */
export interface OAuth2Revocation {
  /** Token that shall be good for nothing. */
  readonly token: string;
  /** Which of both it is, so that Discord finds it sooner. */
  readonly token_type_hint?: 'access_token' | 'refresh_token';
}

/** OAuth2: whose token this is, and getting, refreshing and revoking tokens. @see https://docs.discord.com/developers/topics/oauth2 */
export class OAuth2Api extends Resource {
  /**
   * Whose Bearer token this is, for which scopes, and until when.
   *
   * @see https://docs.discord.com/developers/topics/oauth2#get-current-authorization-information
   */
  getCurrentAuthorization(options?: CallOptions): Promise<RESTGetAPIOAuth2CurrentAuthorizationResult> {
    return this.requester.request(GET`/oauth2/@me`, options);
  }

  /**
   * Application that the token belongs to.
   *
   * @see https://docs.discord.com/developers/topics/oauth2#get-current-bot-application-information
   */
  getCurrentApplication(options?: CallOptions): Promise<RESTGetAPIOAuth2CurrentApplicationResult> {
    return this.requester.request(GET`/oauth2/applications/@me`, options);
  }

  /**
   * Exchanges a code, a refresh token or the application's own authority for an access token.
   *
   * @see https://docs.discord.com/developers/topics/oauth2#authorization-code-grant
   */
  createToken(
    client: OAuth2Client,
    grant: OAuth2Grant,
    options?: CallOptions,
  ): Promise<RESTPostOAuth2AccessTokenResult> {
    const authorization = basicAuthorization(client);
    return this.requester.request(POST`/oauth2/token`, {
      ...options,
      urlEncoded: { ...grant },
      authorization,
    });
  }

  /**
   * Revokes an access or refresh token, and with it the other one.
   *
   * @see https://docs.discord.com/developers/topics/oauth2#authorization-code-grant-token-revocation-example
   */
  revokeToken(client: OAuth2Client, revocation: OAuth2Revocation, options?: CallOptions): Promise<unknown> {
    const authorization = basicAuthorization(client);
    const route = POST`/oauth2/token/revoke`;
    return this.requester.request(route, { ...options, urlEncoded: { ...revocation }, authorization });
  }
}

function basicAuthorization({ clientId, clientSecret }: OAuth2Client): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}
