import type {
  RESTGetAPIStageInstanceResult,
  RESTPatchAPIStageInstanceJSONBody,
  RESTPatchAPIStageInstanceResult,
  RESTPostAPIStageInstanceJSONBody,
  RESTPostAPIStageInstanceResult,
} from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, ReasonOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST } from '../transport/route.js';
import { Resource } from './resource.js';

/** Live stages. @see https://docs.discord.com/developers/resources/stage-instance */
export class StagesApi extends Resource {
  /**
   * Opens a stage.
   *
   * @see https://docs.discord.com/developers/resources/stage-instance#create-stage-instance
   */
  create(
    body: RESTPostAPIStageInstanceJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPostAPIStageInstanceResult> {
    return this.requester.request(POST`/stage-instances`, { ...options, body });
  }

  /**
   * Stage that is live in a channel.
   *
   * @see https://docs.discord.com/developers/resources/stage-instance#get-stage-instance
   */
  get(channelId: Snowflake, options?: CallOptions): Promise<RESTGetAPIStageInstanceResult> {
    return this.requester.request(GET`/stage-instances/${channelId}`, options);
  }

  /**
   * Changes the topic of a stage.
   *
   * @see https://docs.discord.com/developers/resources/stage-instance#modify-stage-instance
   */
  edit(
    channelId: Snowflake,
    body: RESTPatchAPIStageInstanceJSONBody,
    options?: ReasonOptions,
  ): Promise<RESTPatchAPIStageInstanceResult> {
    return this.requester.request(PATCH`/stage-instances/${channelId}`, { ...options, body });
  }

  /**
   * Closes a stage.
   *
   * @see https://docs.discord.com/developers/resources/stage-instance#delete-stage-instance
   */
  delete(channelId: Snowflake, options?: ReasonOptions): Promise<void> {
    return this.requester.request(DELETE`/stage-instances/${channelId}`, options);
  }
}
