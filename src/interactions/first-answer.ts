import type { APIInteraction, APIInteractionResponse, APIMessage } from 'discord-api-types/v10';
import type { ModelHost } from '../models/host.js';
import type { FileUpload } from '../rest/file-upload.js';

/** Files that go along with an answer. */
export type AnswerFiles = readonly FileUpload[];

/**
 * Carries the first answer to Discord: by the callback route, or in the response to the HTTP request it came with.
 *
 * Gives the message that came of it where Discord tells it; an HTTP response tells nothing, nor does a silent answer.
 */
export type FirstAnswer = (
  response: APIInteractionResponse,
  files?: AnswerFiles,
  isSilent?: boolean,
) => Promise<APIMessage | undefined>;

/** Answers through `POST /interactions/{id}/{token}/callback`. */
export function answerByCallback(host: ModelHost, { id, token }: APIInteraction): FirstAnswer {
  return async (response, files, isSilent) => {
    const result = await host.rest.interactions.createResponse(id, token, response, {
      ...(!isSilent && tellsMessage(response) ? { withResponse: true } : {}),
      ...(files === undefined ? {} : { files }),
    });
    return result?.resource?.message;
  };
}

/** Whether Discord makes or changes a message with this answer, so that its id is worth asking for. */
function tellsMessage(response: APIInteractionResponse): boolean {
  const channelMessageWithSource = 4;
  const updateMessage = 7;
  const { type } = response;
  const isMessage = type === channelMessageWithSource || type === updateMessage;
  return isMessage && 'data' in response && response.data !== undefined;
}
