import { CogworkError } from './cogwork-error.js';

/**
 * Proxy would not open a tunnel to Discord.
 *
 * Correct the credentials in the proxy's address when `status` is 407; else let the proxy allow CONNECT to Discord.
 */
export class ProxyRefusedError extends CogworkError {
  readonly code = 'PROXY_REFUSED';

  constructor(
    /** Host and port of the proxy; never its credentials. */
    readonly proxyHost: string,
    /** HTTP status of its answer; 407 asks for other credentials. */
    readonly status: number,
  ) {
    super(
      `Proxy ${proxyHost} answered ${status} when it was asked for a tunnel. ` +
        (status === 407
          ? 'Put the right user and password into the proxy url: http://user:password@host:port.'
          : 'Check that it allows CONNECT to this host and port.'),
    );
  }
}
