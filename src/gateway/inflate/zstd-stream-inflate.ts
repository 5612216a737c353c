import type { Transform } from 'node:stream';
import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import type { Inflate } from './inflate.js';
import type { SyncStream } from './sync-stream.js';
import { createSyncStream } from './sync-stream.js';

/** Zstandard in `node:zlib`, from Node 22.15 on. */
interface ZstdModule {
  readonly createZstdDecompress?: () => Transform;
}

/** Compression `zstd-stream`: one endless zstd frame over the connection, one WebSocket message per payload. */
export class ZstdStreamInflate implements Inflate {
  readonly #stream: SyncStream;

  constructor(stream: SyncStream | undefined = createZstdStream()) {
    if (stream === undefined)
      throw new GatewayDecodeError('zstd-stream', 'this runtime has no zstd in node:zlib');
    this.#stream = stream;
  }

  /** Whether this runtime can do it. */
  static isAvailable(): boolean {
    const stream = createZstdStream();
    stream?.close();
    return stream !== undefined;
  }

  push(message: Buffer, isBinary: boolean): Buffer {
    if (!isBinary) return message;
    try {
      return this.#stream.push(message);
    } catch (cause) {
      throw new GatewayDecodeError('zstd-stream', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
  }

  close(): void {
    this.#stream.close();
  }
}

function createZstdStream(): SyncStream | undefined {
  const { createZstdDecompress } = process.getBuiltinModule('node:zlib') as ZstdModule;
  return createZstdDecompress && createSyncStream(createZstdDecompress());
}
