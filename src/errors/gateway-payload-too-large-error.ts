import { CogworkError } from './cogwork-error.js';

/**
 * Payload for the gateway is over Discord's 4096 bytes; it was not sent.
 *
 * Split the request, or shorten its texts: 100 user ids at a time, a shorter status.
 */
export class GatewayPayloadTooLargeError extends CogworkError {
  readonly code = 'GATEWAY_PAYLOAD_TOO_LARGE';

  constructor(
    /**
     * Gateway opcode of the payload. @see
     * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes
     */
    readonly opcode: number,
    /** Size that it would have had, in bytes. */
    readonly sizeBytes: number,
  ) {
    super(
      `Gateway payload with opcode ${opcode} is ${sizeBytes} bytes; Discord closes the connection over 4096. ` +
        'Nothing was sent: split the request, or shorten its texts.',
    );
  }
}
