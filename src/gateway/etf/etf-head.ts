/**
 * Reads `op`, `t` and `s` of an ETF frame without building its `d`.
 *
 * In the order of Erlang they stand at the end, and are read from there; in any other, terms are stepped over along their
 * lengths.
 */
import { KeyTable } from '../../utils/key-table.js';
import type { FrameHead } from '../codec/gateway-codec.js';
import { ETF_VERSION, EtfTag } from './etf-tag.js';
import { readSortedHead } from './sorted-head.js';

const LOWER_O = 0x6f;
const LOWER_P = 0x70;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const OP = (LOWER_O << 8) | LOWER_P;
const FIRST_PAIR = 6;

const eventNames = new KeyTable();

/** Head of the frame, or `undefined` when it is not written in a usual way: the caller decodes the whole. */
export function readEtfHead(bytes: Buffer): FrameHead | undefined {
  if (bytes[0] !== ETF_VERSION || bytes[1] !== EtfTag.Map || bytes.length < FIRST_PAIR) return undefined;
  const pairs = u32(bytes, 2);
  return (pairs === 4 && readSortedHead(bytes, eventNames)) || readAnyHead(bytes, pairs);
}

/** Head of a frame whose keys come in any order. */
function readAnyHead(bytes: Buffer, pairs: number): FrameHead | undefined {
  let at = FIRST_PAIR;
  let op: number | undefined;
  let s: number | null | undefined;
  let t: string | null | undefined;
  for (let pair = 0; pair < pairs; pair++) {
    const keyEnd = skipTerm(bytes, at);
    const valueEnd = keyEnd === undefined ? undefined : skipTerm(bytes, keyEnd);
    if (keyEnd === undefined || valueEnd === undefined) return undefined;
    const key = shortKey(bytes, at, keyEnd);
    if (key === OP) op = integerOf(bytes, keyEnd) ?? undefined;
    else if (key === LOWER_S) s = integerOf(bytes, keyEnd);
    else if (key === LOWER_T) t = nameOf(bytes, keyEnd, valueEnd);
    if (op !== undefined && s !== undefined && t !== undefined) return { op, s, t };
    at = valueEnd;
  }
  return undefined;
}

/** Characters of a key of one or two as one number, the last in the lowest byte; 0 for any other key. */
function shortKey(bytes: Buffer, at: number, end: number): number {
  const start = textStart(bytes, at);
  if (start === undefined) return 0;
  if (end - start === 1) return bytes[start]!;
  return end - start === 2 ? (bytes[start]! << 8) | bytes[start + 1]! : 0;
}

/** Whole number of the term, `null` of a nil, `undefined` of anything else. */
function integerOf(bytes: Buffer, at: number): number | null | undefined {
  const tag = bytes[at];
  if (tag === EtfTag.SmallInteger) return bytes[at + 1];
  if (tag === EtfTag.Integer) return bytes.readInt32BE(at + 1);
  return isNil(bytes, at) ? null : undefined;
}

function nameOf(bytes: Buffer, at: number, end: number): string | null | undefined {
  return isNil(bytes, at) ? null : textOf(bytes, at, end);
}

function isNil(bytes: Buffer, at: number): boolean {
  const start = textStart(bytes, at);
  return bytes[at] !== EtfTag.Binary && start !== undefined && bytes[start] === 0x6e;
}

function textOf(bytes: Buffer, at: number, end: number): string | undefined {
  const start = textStart(bytes, at);
  return start === undefined ? undefined : eventNames.read(bytes, start, end);
}

/** Where the characters of a binary or an atom begin. */
function textStart(bytes: Buffer, at: number): number | undefined {
  switch (bytes[at]) {
    case EtfTag.Binary:
      return at + 5;
    case EtfTag.Atom:
    case EtfTag.AtomUtf8:
      return at + 3;
    case EtfTag.SmallAtom:
    case EtfTag.SmallAtomUtf8:
      return at + 2;
    default:
      return undefined;
  }
}

/** Offset behind the term at `at`; `undefined` when the bytes end before or hold an unknown term. */
function skipTerm(bytes: Buffer, at: number): number | undefined {
  let left = 1;
  let offset = at;
  while (left > 0) {
    if (offset + 5 > bytes.length && offset >= bytes.length) return undefined;
    const size = sizeOf(bytes, offset);
    if (size === undefined) return undefined;
    left += childrenOf(bytes, offset) - 1;
    offset += size;
    if (left > bytes.length) return undefined;
  }
  return offset <= bytes.length ? offset : undefined;
}

/** Bytes of the term itself, without the terms in it. */
function sizeOf(bytes: Buffer, at: number): number | undefined {
  switch (bytes[at]) {
    case EtfTag.SmallInteger:
    case EtfTag.SmallTuple:
      return 2;
    case EtfTag.Nil:
      return 1;
    case EtfTag.Integer:
    case EtfTag.List:
    case EtfTag.Map:
    case EtfTag.LargeTuple:
      return 5;
    case EtfTag.NewFloat:
      return 9;
    case EtfTag.Float:
      return 32;
    case EtfTag.Binary:
      return 5 + u32(bytes, at + 1);
    case EtfTag.SmallAtom:
    case EtfTag.SmallAtomUtf8:
      return 2 + (bytes[at + 1] ?? 0);
    case EtfTag.Atom:
    case EtfTag.AtomUtf8:
    case EtfTag.String:
      return 3 + (((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0));
    case EtfTag.SmallBig:
      return 3 + (bytes[at + 1] ?? 0);
    default:
      return undefined;
  }
}

function childrenOf(bytes: Buffer, at: number): number {
  switch (bytes[at]) {
    case EtfTag.List:
      return u32(bytes, at + 1) + 1;
    case EtfTag.Map:
      return u32(bytes, at + 1) * 2;
    case EtfTag.SmallTuple:
      return bytes[at + 1] ?? 0;
    case EtfTag.LargeTuple:
      return u32(bytes, at + 1);
    default:
      return 0;
  }
}

/** Big-endian number of four bytes; bytes behind the end count as zero. */
function u32(bytes: Buffer, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16);
  return (high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
}
