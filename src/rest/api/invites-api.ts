import type {
  RESTDeleteAPIInviteResult,
  RESTGetAPIInviteQuery,
  RESTGetAPIInviteResult,
  RESTGetAPIInviteTargetUsersJobStatusResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { FileUpload } from '../file-upload.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** What is to be told of an invite, and where it would lead. */
export interface InviteQuery extends RESTGetAPIInviteQuery {
  /** Channel that the invite is shown in. */
  readonly target_channel_id?: Snowflake;
  /** Message that the invite is shown in. */
  readonly target_message_id?: Snowflake;
}

/** Invites, by their codes. @see https://docs.discord.com/developers/resources/invite */
export class InvitesApi extends Resource {
  /**
   * An invite and where it leads; needs no token.
   *
   * @see https://docs.discord.com/developers/resources/invite#get-invite
   */
  get(code: string, query?: InviteQuery, options?: CallOptions): Promise<RESTGetAPIInviteResult> {
    return this.requester.request(GET`/invites/${code}`, { ...options, query, isPublic: true });
  }

  /**
   * Revokes an invite.
   *
   * @see https://docs.discord.com/developers/resources/invite#delete-invite
   */
  delete(code: string, options?: ReasonOptions): Promise<RESTDeleteAPIInviteResult> {
    return this.requester.request(DELETE`/invites/${code}`, options);
  }

  /**
   * Users who alone may accept an invite, as CSV.
   *
   * @see https://docs.discord.com/developers/resources/invite#get-target-users
   */
  getTargetUsers(code: string, options?: CallOptions): Promise<string> {
    return this.requester.request(GET`/invites/${code}/target-users`, options);
  }

  /**
   * Replaces the users who alone may accept an invite, by a CSV file of their ids.
   *
   * @see https://docs.discord.com/developers/resources/invite#update-target-users
   */
  editTargetUsers(code: string, file: FileUpload, options?: CallOptions): Promise<void> {
    const formFiles = [{ contentType: 'text/csv', ...file, field: 'target_users_file' }];
    return this.requester.request(PUT`/invites/${code}/target-users`, { ...options, formFiles });
  }

  /**
   * How far Discord is with a list of target users.
   *
   * @see https://docs.discord.com/developers/resources/invite#get-target-users-job-status
   */
  getTargetUsersJobStatus(
    code: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIInviteTargetUsersJobStatusResult> {
    return this.requester.request(GET`/invites/${code}/target-users/job-status`, options);
  }
}
