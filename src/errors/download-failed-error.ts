import { CogworkError } from './cogwork-error.js';

/**
 * Thrown by `rest.download()`, `attachment.read()` and their like when a file does not come: `status` is what its server
 * answered, `cause` why there was no answer.
 *
 * Fetch the message again when an attachment is gone: its address expires. Without an answer look at the network and at the
 * `proxy` of the options.
 */
export class DownloadFailedError extends CogworkError {
  readonly code = 'DOWNLOAD_FAILED';

  constructor(
    /** Address without its query, which may be a key to the file. */
    readonly url: string,
    /** HTTP status; `undefined` when there was no answer. */
    readonly status: number | undefined,
    options?: ErrorOptions,
  ) {
    super(
      status === undefined
        ? `${url} could not be downloaded: there was no answer. Look at the network and the proxy.`
        : `${url} could not be downloaded: it was answered with ${status}. Addresses of attachments expire; fetch the message again for a new one.`,
      options,
    );
  }
}
