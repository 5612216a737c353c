import type {
  RESTGetAPIApplicationIdentitiesQuery,
  RESTGetAPIApplicationIdentitiesResult,
  RESTGetAPIApplicationIdentityProfileResult,
  RESTGetAPIUserApplicationIdentitiesResult,
  RESTPatchAPIApplicationIdentityProfileJSONBody,
  RESTPatchAPIApplicationIdentityProfileResult,
  RESTPostAPIApplicationIdentityDeleteJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Accounts of an application's users with other providers. @see https://docs.discord.com/developers/resources/application-identity-profile */
export class IdentitiesApi extends Resource {
  /**
   * Profile of an identity.
   *
   * @see https://docs.discord.com/developers/resources/application-identity-profile#get-application-identity-profile
   */
  getProfile(
    applicationId: Snowflake,
    userId: Snowflake,
    providerUserId: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationIdentityProfileResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/users/${userId}/identities/${providerUserId}/profile`,
      options,
    );
  }

  /**
   * Writes the profile of an identity; `undefined` when there was one before.
   *
   * @see https://docs.discord.com/developers/resources/application-identity-profile#update-application-identity-profile
   */
  editProfile(
    applicationId: Snowflake,
    userId: Snowflake,
    providerUserId: string,
    body: RESTPatchAPIApplicationIdentityProfileJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationIdentityProfileResult> {
    return this.requester.request(
      PATCH`/applications/${applicationId}/users/${userId}/identities/${providerUserId}/profile`,
      { ...options, body },
    );
  }

  /**
   * Identities of a user with an application.
   *
   * @see https://docs.discord.com/developers/resources/application-identity-profile#get-application-identities-by-user-id
   */
  listForUser(
    userId: Snowflake,
    applicationId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIUserApplicationIdentitiesResult> {
    return this.requester.request(GET`/users/${userId}/application-identities/${applicationId}`, options);
  }

  /**
   * Identities that an account elsewhere belongs to.
   *
   * @see https://docs.discord.com/developers/resources/application-identity-profile#get-application-identities-by-external-id
   */
  listForProvider(
    applicationId: Snowflake,
    providerType: string,
    providerUserId: string,
    query?: RESTGetAPIApplicationIdentitiesQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationIdentitiesResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/application-identities/${providerType}/${providerUserId}`,
      { ...options, query },
    );
  }

  /**
   * Takes an identity from a user.
   *
   * @see https://docs.discord.com/developers/resources/application-identity-profile#delete-application-identity
   */
  delete(
    userId: Snowflake,
    applicationId: Snowflake,
    providerType: string,
    providerUserId: string,
    body: RESTPostAPIApplicationIdentityDeleteJSONBody = {},
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(
      POST`/users/${userId}/application-identities/${applicationId}/${providerType}/${providerUserId}/delete`,
      { ...options, body },
    );
  }
}
