import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Inflate } from './inflate.js';
import { noInflate } from './no-inflate.js';
import { payloadInflate } from './payload-inflate.js';
import { ZlibStreamInflate } from './zlib-stream-inflate.js';
import { ZstdStreamInflate } from './zstd-stream-inflate.js';

/**
 * How what arrives is compressed.
 *
 * - `zstd-stream`, `zlib-stream`: the whole connection is one stream.
 * - `payload`: large payloads are compressed one by one; not with ETF.
 * - `none`: nothing is compressed.
 */
export type GatewayCompression = 'zstd-stream' | 'zlib-stream' | 'payload' | 'none';

/** What a compression means for connecting and for Identify. */
export interface CompressionPlan {
  readonly compression: GatewayCompression;
  /** Value of the url's `compress` parameter. */
  readonly parameter: string | undefined;
  /** Whether Identify asks for compressed payloads. */
  readonly compressPayloads: boolean;
  createInflate(): Inflate;
}

/**
 * Plan for a compression; `'auto'` takes the best that this runtime has.
 *
 * @throws {InvalidOptionError} when the runtime lacks it, or when it does not go with the format.
 */
export function compressionPlan(option: GatewayCompression | 'auto', encoding: string): CompressionPlan {
  const compression = option === 'auto' ? bestCompression() : option;
  if (compression === 'payload' && encoding === 'etf') {
    throw new InvalidOptionError(
      "Discord does not compress single payloads in ETF. Use `compression: 'zlib-stream'`, or the format `json`.",
      'compression',
    );
  }
  if (compression === 'zstd-stream' && !ZstdStreamInflate.isAvailable()) {
    throw new InvalidOptionError(
      "This runtime has no zstd in `node:zlib`; Node has it from 22.15 on. Use `compression: 'zlib-stream'`.",
      'compression',
    );
  }
  const isStream = compression === 'zstd-stream' || compression === 'zlib-stream';
  return {
    compression,
    parameter: isStream ? compression : undefined,
    compressPayloads: compression === 'payload',
    createInflate: inflaters[compression],
  };
}

const inflaters: Readonly<Record<GatewayCompression, () => Inflate>> = {
  'zstd-stream': () => new ZstdStreamInflate(),
  'zlib-stream': () => new ZlibStreamInflate(),
  payload: () => payloadInflate,
  none: () => noInflate,
};

function bestCompression(): GatewayCompression {
  return ZstdStreamInflate.isAvailable() ? 'zstd-stream' : 'zlib-stream';
}
