import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import { readFrameHead } from './frame-head.js';
import type { FrameHead, GatewayCodec, GatewayFrame, OutgoingPayload } from './gateway-codec.js';
import { toGatewayFrame } from './to-gateway-frame.js';

/** Discord's JSON format: text frames. */
export class JsonCodec implements GatewayCodec {
  readonly encoding = 'json';

  encode(payload: OutgoingPayload): string {
    return JSON.stringify(payload);
  }

  readHead(bytes: Buffer): FrameHead | undefined {
    return readFrameHead(bytes);
  }

  decode(bytes: Buffer): GatewayFrame {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch (cause) {
      throw new GatewayDecodeError('json', `${bytes.length} bytes are not valid JSON`, { cause });
    }
    return toGatewayFrame(value, 'json');
  }
}
