import { GatewayDecodeError } from '../../errors/gateway-decode-error.js';
import type { BodyReader } from './body-reader.js';
import { readFrameHead } from './frame-head.js';
import type { FrameHead, GatewayCodec, GatewayFrame, OutgoingPayload } from './gateway-codec.js';
import { toGatewayFrame } from './to-gateway-frame.js';

const CLOSE_BRACE = 0x7d;

/** Discord's JSON format: text frames. */
export class JsonCodec implements GatewayCodec {
  readonly encoding = 'json';

  encode(payload: OutgoingPayload): string {
    return JSON.stringify(payload);
  }

  readHead(bytes: Buffer): FrameHead | undefined {
    return readFrameHead(bytes);
  }

  decode(bytes: Buffer, head?: FrameHead, reader?: BodyReader): GatewayFrame {
    return (head?.bodyAt !== undefined && withBody(bytes, head, head.bodyAt, reader)) || decodeWhole(bytes);
  }
}

/** Frame whose head is known: only `d` is parsed. `undefined` when something follows `d`, or it is malformed. */
function withBody(
  bytes: Buffer,
  { op, t, s }: FrameHead,
  bodyAt: number,
  reader: BodyReader | undefined,
): GatewayFrame | undefined {
  const end = bytes.length - 1;
  if (bytes[end] !== CLOSE_BRACE) return undefined;
  try {
    const data = reader?.read(bytes, bodyAt, end, t ?? '');
    return { op, t, s, text: bytes, d: data ?? JSON.parse(bytes.toString('utf8', bodyAt, end)) };
  } catch {
    return undefined;
  }
}

function decodeWhole(bytes: Buffer): GatewayFrame {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new GatewayDecodeError('json', `${bytes.length} bytes are not valid JSON`, { cause });
  }
  return { ...toGatewayFrame(value, 'json'), text: bytes };
}
