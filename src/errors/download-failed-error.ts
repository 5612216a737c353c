import { CogworkError } from './cogwork-error.js';

/** File could not be downloaded: `status` says what its server answered, or `cause` why there was no answer. */
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
