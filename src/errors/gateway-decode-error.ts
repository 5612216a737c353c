import { CogworkError } from './cogwork-error.js';

/**
 * Bytes from the gateway are not what the agreed format and compression allow; the shard reconnects.
 *
 * Nothing, when it happens once: the shard reconnects by itself. When it goes on, look for a proxy that changes the
 * traffic.
 */
export class GatewayDecodeError extends CogworkError {
  readonly code = 'GATEWAY_DECODE';

  constructor(
    /** What was being read, such as `json`, `etf` or `zlib-stream`. */
    readonly format: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `Malformed ${format} data from the gateway: ${detail}. The shard reconnects by itself; ` +
        'if it happens again and again, look for a proxy that changes the traffic.',
      options,
    );
  }
}
