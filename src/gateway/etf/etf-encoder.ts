/**
 * Encodes what a shard sends in Erlang's External Term Format.
 *
 * Keys are always binaries: Discord closes the connection (4002) on atom keys.
 *
 * @see https://www.erlang.org/doc/apps/erts/erl_ext_dist.html
 */
import { ETF_VERSION, EtfTag } from './etf-tag.js';

const NIL = atom('nil');
const TRUE = atom('true');
const FALSE = atom('false');
const EMPTY_LIST = Buffer.from([EtfTag.Nil]);

/** One term with its version byte; members that are `undefined` are left out, as in JSON. */
export function encodeEtf(value: unknown): Buffer {
  const parts: Buffer[] = [Buffer.from([ETF_VERSION])];
  writeTerm(value, parts);
  return Buffer.concat(parts);
}

function writeTerm(value: unknown, parts: Buffer[]): void {
  switch (typeof value) {
    case 'string':
      writeText(value, parts);
      break;
    case 'number':
      parts.push(numberTerm(value));
      break;
    case 'bigint':
      parts.push(bigTerm(value));
      break;
    case 'boolean':
      parts.push(value ? TRUE : FALSE);
      break;
    case 'object':
      writeObject(value, parts);
      break;
    default:
      parts.push(NIL);
  }
}

function writeObject(value: object | null, parts: Buffer[]): void {
  if (value === null) parts.push(NIL);
  else if (Array.isArray(value)) writeList(value, parts);
  else writeMap(value, parts);
}

function writeText(text: string, parts: Buffer[]): void {
  const bytes = Buffer.from(text, 'utf8');
  parts.push(header(EtfTag.Binary, bytes.length), bytes);
}

function writeList(list: readonly unknown[], parts: Buffer[]): void {
  if (list.length > 0) parts.push(header(EtfTag.List, list.length));
  for (const element of list) writeTerm(element, parts);
  parts.push(EMPTY_LIST);
}

function writeMap(map: object, parts: Buffer[]): void {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  parts.push(header(EtfTag.Map, entries.length));
  for (const [key, value] of entries) {
    writeText(key, parts);
    writeTerm(value, parts);
  }
}

function numberTerm(value: number): Buffer {
  if (!Number.isFinite(value)) return NIL;
  if (!Number.isInteger(value) || Object.is(value, -0)) return floatTerm(value);
  if (value >= 0 && value <= 255) return Buffer.from([EtfTag.SmallInteger, value]);
  if (value === (value | 0)) {
    const term = Buffer.allocUnsafe(5);
    term[0] = EtfTag.Integer;
    term.writeInt32BE(value, 1);
    return term;
  }
  return Number.isSafeInteger(value) ? bigTerm(BigInt(value)) : floatTerm(value);
}

function floatTerm(value: number): Buffer {
  const term = Buffer.allocUnsafe(9);
  term[0] = EtfTag.NewFloat;
  term.writeDoubleBE(value, 1);
  return term;
}

/** Integer beyond 32 bits: its sign, then its bytes from the lowest. */
function bigTerm(value: bigint): Buffer {
  const digits: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 8n) digits.push(Number(rest & 0xffn));
  const sign = value < 0n ? 1 : 0;
  if (digits.length <= 255) return Buffer.from([EtfTag.SmallBig, digits.length, sign, ...digits]);
  return Buffer.concat([header(EtfTag.LargeBig, digits.length), Buffer.from([sign, ...digits])]);
}

function header(tag: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(5);
  bytes[0] = tag;
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

function atom(name: string): Buffer {
  return Buffer.concat([Buffer.from([EtfTag.SmallAtom, name.length]), Buffer.from(name, 'latin1')]);
}
