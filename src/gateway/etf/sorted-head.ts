import type { KeyTable } from '../../utils/key-table.js';
import type { FrameHead } from '../codec/gateway-codec.js';
import { EtfTag } from './etf-tag.js';

const LOWER_D = 0x64;
const LOWER_O = 0x6f;
const LOWER_P = 0x70;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const UNDERSCORE = 0x5f;
const FIRST_PAIR = 6;
/** No event has a longer name; and no such length is a character that a name may have, so it ends a name. */
const MAX_NAME_BYTES = 47;

/**
 * Reads the head of a dispatch of four pairs in the order of Erlang, `d`, `op`, `s` and `t`; `undefined` of any other frame.
 *
 * A walk through the body would cost as much as decoding it, and `d` comes first. So the others are read from the end: the
 * name, before it the key `t`, then the number and `s`, then the opcode and `op`. Three whole pairs behind `d` are all that
 * there is, so nothing that somebody has written into the body is ever taken for them.
 */
export function readSortedHead(bytes: Buffer, names: KeyTable): FrameHead | undefined {
  if (!isBodyFirst(bytes)) return undefined;
  const { length } = bytes;
  let nameStart = length;
  while (isNameByte(bytes[nameStart - 1]!)) nameStart -= 1;
  if (length - nameStart > MAX_NAME_BYTES) return undefined;
  const tKey = keyBefore(bytes, headerBefore(bytes, nameStart, length - nameStart), LOWER_T);
  const isSmall = bytes[tKey - 2] === EtfTag.SmallInteger;
  const sAt = tKey - (isSmall ? 2 : 5);
  const sKey = keyBefore(bytes, sAt, LOWER_S);
  if (sKey < 0 || (!isSmall && bytes[sAt] !== EtfTag.Integer)) return undefined;
  const opAt = sKey - 2;
  const isOp = bytes[opAt - 2] === LOWER_O && bytes[opAt - 1] === LOWER_P;
  if (!isOp || bytes[opAt] !== EtfTag.SmallInteger || headerBefore(bytes, opAt - 2, 2) <= FIRST_PAIR)
    return undefined;
  const s = isSmall ? bytes[sAt + 1]! : bytes.readInt32BE(sAt + 1);
  return { op: bytes[opAt + 1]!, s, t: names.read(bytes, nameStart, length) };
}

/** Whether the first key is `d`, as an atom or a binary. */
function isBodyFirst(bytes: Buffer): boolean {
  return (
    keyBefore(bytes, FIRST_PAIR + 4, LOWER_D) === FIRST_PAIR ||
    keyBefore(bytes, FIRST_PAIR + 3, LOWER_D) === FIRST_PAIR ||
    keyBefore(bytes, FIRST_PAIR + 6, LOWER_D) === FIRST_PAIR
  );
}

/** Where the key of one letter that ends at `end` begins; -1 when there is none. */
function keyBefore(bytes: Buffer, end: number, letter: number): number {
  return bytes[end - 1] === letter ? headerBefore(bytes, end - 1, 1) : -1;
}

/** Where the term begins whose text of `length` bytes, fewer than 256, begins at `start`; -1 when it is no text. */
function headerBefore(bytes: Buffer, start: number, length: number): number {
  if (bytes[start - 1] !== length) return -1;
  const tag = bytes[start - 2];
  if (tag === EtfTag.SmallAtom || tag === EtfTag.SmallAtomUtf8) return start - 2;
  if (tag !== 0) return -1;
  const longTag = bytes[start - 3];
  if (longTag === EtfTag.Atom || longTag === EtfTag.AtomUtf8) return start - 3;
  return longTag === 0 && bytes[start - 4] === 0 && bytes[start - 5] === EtfTag.Binary ? start - 5 : -1;
}

function isNameByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || byte === UNDERSCORE || (byte >= 0x30 && byte <= 0x39);
}
