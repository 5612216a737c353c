/**
 * Port of compression: one per connection, because streams share their dictionary over all its messages.
 *
 * @see https://docs.discord.com/developers/events/gateway#compressing-payloads
 */
export interface Inflate {
  /**
   * Takes one WebSocket message and gives the payload it completes, or `undefined` when more is to come.
   *
   * The bytes are only valid until the next call.
   *
   * @throws {GatewayDecodeError} when the data cannot be inflated; the connection is useless from then on.
   */
  push(message: Buffer, isBinary: boolean): Buffer | undefined;
  /** Frees what the stream holds. */
  close(): void;
}
