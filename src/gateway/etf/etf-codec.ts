import type { BodyReader } from '../codec/body-reader.js';
import type { FrameHead, GatewayCodec, GatewayFrame, OutgoingPayload } from '../codec/gateway-codec.js';
import { toGatewayFrame } from '../codec/to-gateway-frame.js';
import { encodeEtf } from './etf-encoder.js';
import { readEtfHead } from './etf-head.js';
import { EtfToJson } from './etf-to-json.js';

/** Erlang's External Term Format: binary frames. */
export class EtfCodec implements GatewayCodec {
  readonly encoding = 'etf';
  readonly #toJson = new EtfToJson();

  encode(payload: OutgoingPayload): Uint8Array {
    return encodeEtf(payload);
  }

  readHead(bytes: Buffer): FrameHead | undefined {
    return readEtfHead(bytes);
  }

  decode(bytes: Buffer, head?: FrameHead, reader?: BodyReader): GatewayFrame {
    const text = this.#toJson.write(bytes);
    const { bodyStart, bodyEnd } = this.#toJson;
    if (!head || bodyStart === 0)
      return { ...toGatewayFrame(JSON.parse(text.toString('utf8')), 'etf'), text };
    const { op, t, s } = head;
    const read = reader?.read(text, bodyStart, bodyEnd, t ?? '');
    return { op, t, s, d: read ?? JSON.parse(text.toString('utf8', bodyStart, bodyEnd)), text };
  }
}
