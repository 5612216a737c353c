import { EtfCodec } from '../etf/etf-codec.js';
import type { GatewayCodec } from './gateway-codec.js';
import { JsonCodec } from './json-codec.js';

/** Formats of the gateway; `json` is the faster one in JavaScript. */
export type GatewayDataFormat = 'json' | 'etf';

/** Codec of a format; an implementation of one's own is taken as it is. */
export function gatewayCodecOf(format: GatewayDataFormat | GatewayCodec): GatewayCodec {
  if (typeof format !== 'string') return format;
  return format === 'etf' ? new EtfCodec() : new JsonCodec();
}
