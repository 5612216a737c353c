/**
 * What the messages of the voice server say, narrowed once, here.
 *
 * A message that makes no sense reads as `undefined` and is passed over: half of one would do harm, such as a speaker
 * without a name whom everybody waits for.
 */
import type { Snowflake } from '../../types/type-tools.js';
import type { UdpAddress } from '../../utils/udp-socket.js';

type Data = Readonly<Record<string, unknown>>;

const MAX_16_BITS = 0xffff;
const MAX_32_BITS = 0xffff_ffff;
const KEY_BYTES = 32;

/** Op 2: where to send, and how it may be encrypted. */
export interface ServerReady {
  readonly ssrc: number;
  readonly remote: UdpAddress;
  readonly modes: readonly string[];
}

export function readReady({ ssrc, ip, port, modes }: Data): ServerReady | undefined {
  if (!isWhole(ssrc, MAX_32_BITS) || typeof ip !== 'string' || !isWhole(port, MAX_16_BITS)) return undefined;
  return { ssrc, remote: { host: ip, port }, modes: Array.isArray(modes) ? modes.map(String) : [] };
}

/** Op 4: the key, and whether the call is end-to-end encrypted. */
export interface SessionDescription {
  readonly key: Uint8Array;
  /** Version of end-to-end encryption; 0 for none. */
  readonly daveVersion: number;
}

export function readDescription(data: Data): SessionDescription | undefined {
  const { secret_key: key, dave_protocol_version: daveVersion = 0 } = data;
  const isKey = Array.isArray(key) && key.length === KEY_BYTES && key.every((byte) => isWhole(byte, 0xff));
  return isKey && isWhole(daveVersion, MAX_16_BITS) ? { key: Uint8Array.from(key), daveVersion } : undefined;
}

/** Op 5: whose source a number is. */
export function readSpeaking(data: Data): { readonly ssrc: number; readonly userId: Snowflake } | undefined {
  const { ssrc, user_id: userId } = data;
  return isWhole(ssrc, MAX_32_BITS) && isId(userId) ? { ssrc, userId } : undefined;
}

/** Op 11: who is in the call. */
export function readClients({ user_ids: ids }: Data): readonly Snowflake[] {
  return Array.isArray(ids) ? ids.filter(isId) : [];
}

/** Op 13: who has left. */
export function readGone({ user_id: userId }: Data): Snowflake | undefined {
  return isId(userId) ? userId : undefined;
}

/** Op 21 and 22: a transition, and the version that the first of them prepares. */
export function readTransition(
  data: Data,
): { readonly id: number; readonly version: number | undefined } | undefined {
  const { transition_id: id, protocol_version: version } = data;
  if (!isWhole(id, MAX_16_BITS)) return undefined;
  return { id, version: isWhole(version, MAX_16_BITS) ? version : undefined };
}

/** Op 24: an epoch that is about to begin. */
export function readEpoch(data: Data): { readonly epoch: number; readonly version: number } | undefined {
  const { epoch, protocol_version: version } = data;
  const isEpoch = isWhole(epoch, Number.MAX_SAFE_INTEGER) && isWhole(version, MAX_16_BITS);
  return isEpoch ? { epoch, version } : undefined;
}

function isWhole(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function isId(value: unknown): value is Snowflake {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
