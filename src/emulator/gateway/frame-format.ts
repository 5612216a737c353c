/** How payloads become frames and back. */
import { parseExactJson } from '../transport/exact-json.js';

/** Payload of a gateway frame; dispatches have `t` and `s`. */
export interface GatewayPayload {
  readonly t: string | null;
  readonly s: number | null;
  readonly op: number;
  readonly d: unknown;
  /** `d` as it was when the payload was made: what it refers to may change before a replay. */
  readonly json?: string;
}

/** What a client sent. */
export interface ClientPayload {
  readonly op: number;
  readonly d: unknown;
}

/** Encoding of one connection. */
export interface FrameFormat {
  encode(payload: GatewayPayload): string | Buffer;
  /** Returns `undefined` when the bytes cannot be read. */
  decode(data: Buffer): ClientPayload | undefined;
}

/** JSON text frames, with the keys in Discord's order: `t`, `s`, `op`, `d`. */
export const jsonFormat: FrameFormat = {
  encode: ({ t, s, op, d, json }) =>
    `{"t":${JSON.stringify(t)},"s":${s},"op":${op},"d":${json ?? JSON.stringify(d) ?? 'null'}}`,
  decode: (data) => {
    try {
      return asClientPayload(parseExactJson(data.toString('utf8')));
    } catch {
      return undefined;
    }
  },
};

/** Payload when the value has the shape of one. */
export function asClientPayload(value: unknown): ClientPayload | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { op, d } = value as Record<string, unknown>;
  return typeof op === 'number' ? { op, d } : undefined;
}
