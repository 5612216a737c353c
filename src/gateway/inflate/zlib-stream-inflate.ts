import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import type { Inflate } from './inflate.js';
import type { SyncStream } from './sync-stream.js';
import { createSyncStream } from './sync-stream.js';
import { WindowStream } from './window-stream.js';

/** End of a payload: the mark of a sync flush. */
const SUFFIX = 0x0000ffff;
/** Compressed bytes of one payload beyond which its end will not come. */
const MAX_PAYLOAD_BYTES = 32 * 1_024 * 1_024;

/** Compression `zlib-stream`: one zlib stream over the whole connection, flushed at the end of each payload. */
export class ZlibStreamInflate implements Inflate {
  readonly #stream: SyncStream;
  #parts: Buffer[] = [];
  #partBytes = 0;

  constructor(stream: SyncStream = createZlibStream()) {
    this.#stream = stream;
  }

  push(message: Buffer, isBinary: boolean): Buffer | undefined {
    // Compressed payloads are binary; what comes as text is a payload as it is.
    if (!isBinary) return message;
    const whole = this.#collect(message);
    if (whole === undefined) return undefined;
    try {
      return this.#stream.push(whole);
    } catch (cause) {
      throw new GatewayDecodeError('zlib-stream', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }

  close(): void {
    this.#parts = [];
    this.#stream.close();
  }

  /** Puts the messages of one payload together; `undefined` until its end has come. */
  #collect(message: Buffer): Buffer | undefined {
    if (this.#parts.length === 0 && endsPayload(message)) return message;
    this.#parts.push(message);
    this.#partBytes += message.length;
    if (this.#partBytes > MAX_PAYLOAD_BYTES) {
      throw new GatewayDecodeError('zlib-stream', `a payload of more than ${MAX_PAYLOAD_BYTES} bytes`);
    }
    const tail = this.#parts.length > 1 && message.length < 4 ? Buffer.concat(this.#parts) : message;
    if (!endsPayload(tail)) return undefined;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#partBytes = 0;
    return whole;
  }
}

function endsPayload(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32BE(bytes.length - 4) === SUFFIX;
}

function createZlibStream(): SyncStream {
  const { createInflate } = process.getBuiltinModule('node:zlib');
  return createSyncStream(createInflate()) ?? new WindowStream();
}
