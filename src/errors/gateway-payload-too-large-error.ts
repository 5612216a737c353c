import { CogworkError } from './cogwork-error.js';

/** Payload for the gateway is over Discord's 4096 bytes; it was not sent. */
export class GatewayPayloadTooLargeError extends CogworkError {
  readonly code = 'GATEWAY_PAYLOAD_TOO_LARGE';

  constructor(
    readonly opcode: number,
    readonly sizeBytes: number,
  ) {
    super(
      `Gateway payload with opcode ${opcode} is ${sizeBytes} bytes; Discord closes the connection over 4096. ` +
        'Nothing was sent: split the request, or shorten its texts.',
    );
  }
}
