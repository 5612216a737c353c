import type {
  RESTGetAPIApplicationActivityInstanceResult,
  RESTGetAPIApplicationRoleConnectionMetadataResult,
  RESTGetCurrentApplicationResult,
  RESTPatchCurrentApplicationJSONBody,
  RESTPatchCurrentApplicationResult,
  RESTPutAPIApplicationRoleConnectionMetadataJSONBody,
  RESTPutAPIApplicationRoleConnectionMetadataResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions } from '../request-options.js';
import { GET, PATCH, PUT } from '../transport/route.js';
import { Resource } from './resource.js';

/** Applications, above all the own one. @see https://docs.discord.com/developers/resources/application */
export class ApplicationsApi extends Resource {
  /**
   * Own application.
   *
   * @see https://docs.discord.com/developers/resources/application#get-current-application
   */
  getCurrent(options?: CallOptions): Promise<RESTGetCurrentApplicationResult> {
    return this.requester.request(GET`/applications/@me`, options);
  }

  /**
   * Changes the own application; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/application#edit-current-application
   */
  editCurrent(
    body: RESTPatchCurrentApplicationJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchCurrentApplicationResult> {
    return this.requester.request(PATCH`/applications/@me`, { ...options, body });
  }

  /**
   * Running instance of an activity.
   *
   * @see https://docs.discord.com/developers/resources/application#get-application-activity-instance
   */
  getActivityInstance(
    applicationId: Snowflake,
    instanceId: string,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationActivityInstanceResult> {
    return this.requester.request(
      GET`/applications/${applicationId}/activity-instances/${instanceId}`,
      options,
    );
  }

  /**
   * What linked roles may ask of a connection.
   *
   * @see https://docs.discord.com/developers/resources/application-role-connection-metadata#get-application-role-connection-metadata-records
   */
  listRoleConnectionMetadata(
    applicationId: Snowflake,
    options?: CallOptions,
  ): Promise<RESTGetAPIApplicationRoleConnectionMetadataResult> {
    return this.requester.request(GET`/applications/${applicationId}/role-connections/metadata`, options);
  }

  /**
   * Replaces what linked roles may ask of a connection; at most five records.
   *
   * @see https://docs.discord.com/developers/resources/application-role-connection-metadata#update-application-role-connection-metadata-records
   */
  overwriteRoleConnectionMetadata(
    applicationId: Snowflake,
    body: RESTPutAPIApplicationRoleConnectionMetadataJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationRoleConnectionMetadataResult> {
    return this.requester.request(PUT`/applications/${applicationId}/role-connections/metadata`, {
      ...options,
      body,
    });
  }
}
