import { CogworkError } from './cogwork-error.js';

/**
 * Request got no answer because the connection failed; `cause` says how.
 *
 * Look at the network, the proxy, and the address in use. Requests that may be repeated have been repeated before.
 */
export class RequestFailedError extends CogworkError {
  readonly code = 'REQUEST_FAILED';

  constructor(
    /** HTTP method, such as `POST`. */
    readonly method: string,
    /** Path without tokens. */
    readonly path: string,
    options: ErrorOptions,
    /** Base of the API and what it is from, where it is not Discord's own. */
    readonly address?: string,
  ) {
    super(
      `${method} ${path} got no answer: ${describe(options.cause)}. Look at the network, the proxy, and ` +
        `${address === undefined ? 'baseUrl' : `the address in use (${address})`}.`,
      options,
    );
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = cause as { readonly code?: unknown };
  const message = cause.message === '' ? cause.name : cause.message;
  return typeof code === 'string' && !message.includes(code) ? `${message} (${code})` : message;
}
