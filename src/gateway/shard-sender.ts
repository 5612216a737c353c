import { GatewayPayloadTooLargeError } from '../errors/gateway-payload-too-large-error.js';
import type { OutgoingPayload } from './codec/gateway-codec.js';
import type { GatewayConnection } from './gateway-connection.js';
import type { GatewayContext } from './gateway-context.js';
import { SendLimiter } from './send-limiter.js';

const MAX_PAYLOAD_BYTES = 4096;

/** Way out of a shard: measures, counts and holds back what it sends, over all its connections. */
export class ShardSender {
  readonly #context: GatewayContext;
  readonly #shardId: number;
  readonly #limiter: SendLimiter;
  #connection: GatewayConnection | undefined;

  constructor(context: GatewayContext, shardId: number) {
    this.#context = context;
    this.#shardId = shardId;
    this.#limiter = new SendLimiter(context.clock);
  }

  /** Whether a request made now would wait for the send limit. */
  get isLimited(): boolean {
    return this.#limiter.isLimited;
  }

  /** Starts sending on a new connection: only urgent payloads, until `open`. */
  attach(connection: GatewayConnection): void {
    this.#connection = connection;
    this.#limiter.reset();
  }

  /** Lets waiting requests go: the session is ready. */
  open(): void {
    this.#limiter.open();
  }

  /** Keeps requests waiting for the next connection. */
  detach(): void {
    this.#connection = undefined;
    this.#limiter.pause();
  }

  /** Rejects every waiting request. */
  clear(error: Error): void {
    this.#connection = undefined;
    this.#limiter.clear(error);
  }

  /** Sends at once: heartbeat, Identify, Resume. `shown` is what an observer may see, free of the token. */
  sendUrgent(payload: OutgoingPayload, shown: OutgoingPayload = payload): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#limiter.noteUrgent();
    connection.send(this.#context.codec.encode(payload));
    this.#tell(shown);
  }

  /**
   * Sends when the session is ready and the limit allows; resolves when it has been sent.
   *
   * @throws {GatewayPayloadTooLargeError} when the payload is over 4096 bytes.
   */
  async send(payload: OutgoingPayload): Promise<void> {
    const data = this.#encode(payload);
    await this.#limiter.schedule(payload.op, () => {
      this.#connection?.send(data);
      this.#tell(payload);
    });
  }

  /** As `send`, for what may change while it waits: `make` is asked when it leaves. */
  async sendNewest(opcode: number, make: () => OutgoingPayload): Promise<void> {
    await this.#limiter.schedule(opcode, () => {
      const payload = make();
      this.#connection?.send(this.#encode(payload));
      this.#tell(payload);
    });
  }

  #encode(payload: OutgoingPayload): string | Uint8Array {
    const data = this.#context.codec.encode(payload);
    const sizeBytes = Buffer.byteLength(data);
    if (sizeBytes > MAX_PAYLOAD_BYTES) throw new GatewayPayloadTooLargeError(payload.op, sizeBytes);
    return data;
  }

  #tell(payload: OutgoingPayload): void {
    const { logger, observer } = this.#context;
    observer.onSend?.(this.#shardId, payload);
    if (logger.isLevelEnabled('trace', 'gateway'))
      logger.trace('gateway', `shard ${this.#shardId} sent opcode ${payload.op}`, { shardId: this.#shardId });
  }
}
