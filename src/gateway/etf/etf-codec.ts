import type { FrameHead, GatewayCodec, GatewayFrame, OutgoingPayload } from '../codec/gateway-codec.js';
import { toGatewayFrame } from '../codec/to-gateway-frame.js';
import { decodeEtf } from './etf-decoder.js';
import { encodeEtf } from './etf-encoder.js';
import { readEtfHead } from './etf-head.js';

/** Erlang's External Term Format: binary frames. */
export class EtfCodec implements GatewayCodec {
  readonly encoding = 'etf';

  encode(payload: OutgoingPayload): Uint8Array {
    return encodeEtf(payload);
  }

  readHead(bytes: Buffer): FrameHead | undefined {
    return readEtfHead(bytes);
  }

  decode(bytes: Buffer): GatewayFrame {
    return toGatewayFrame(decodeEtf(bytes), 'etf');
  }
}
