/**
 * Packs the state of a view into bytes and back.
 *
 * First the version, then one bit per field, then the values of those fields whose bit is set, in the order of
 * declaration. A field that is zero, empty or `null` costs its bit only, and a boolean is never more than its bit.
 */
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import type { StateField, StateKind } from './state-field.js';

/** Values by property. */
export type StateValues = Readonly<Record<string, unknown>>;

interface KindCodec {
  readonly zero: unknown;
  accepts(value: unknown): boolean;
  write(writer: ByteWriter, value: never): void;
  read(reader: ByteReader): unknown;
}

const CODECS = {
  boolean: {
    zero: false,
    accepts: (value) => typeof value === 'boolean',
    write: () => undefined,
    read: () => true,
  },
  integer: {
    zero: 0,
    accepts: Number.isSafeInteger,
    write: (writer, value: number) => writeSigned(writer, value),
    read: readSigned,
  },
  number: {
    zero: 0,
    accepts: Number.isFinite,
    write: (writer, value: number) => {
      const bytes = Buffer.allocUnsafe(8);
      bytes.writeDoubleBE(value);
      writer.bytes(bytes);
    },
    read: (reader) => reader.bytes(8).readDoubleBE(),
  },
  string: {
    zero: '',
    accepts: (value) => typeof value === 'string',
    write: (writer, value: string) => writer.text(value),
    read: (reader) => reader.text(),
  },
  snowflake: {
    zero: '',
    accepts: (value) => typeof value === 'string' && /^\d{0,20}$/.test(value),
    write: (writer, value: string) => {
      const bytes = Buffer.allocUnsafe(8);
      bytes.writeBigUInt64BE(BigInt(value));
      writer.bytes(bytes);
    },
    read: (reader) => reader.bytes(8).readBigUInt64BE().toString(),
  },
  json: {
    zero: null,
    accepts: (value) => value !== undefined,
    write: (writer, value: unknown) => writer.text(JSON.stringify(value)),
    read: (reader) => JSON.parse(reader.text()) as unknown,
  },
} as const satisfies Record<StateKind, KindCodec>;

/**
 * Packs the fields of `view`.
 *
 * @throws {InvalidComponentError} when a property holds something that its kind of state cannot.
 */
export function packState(version: number, fields: readonly StateField[], view: object): Buffer {
  const values = fields.map((field) => checkedValue(field, view));
  const writer = new ByteWriter();
  writer.unsigned(version);
  const isSet = fields.map(({ kind }, index) => values[index] !== CODECS[kind].zero);
  for (let start = 0; start < fields.length; start += 8) {
    let bits = 0;
    for (let i = start; i < Math.min(start + 8, fields.length); i++) if (isSet[i]) bits |= 1 << (i - start);
    writer.byte(bits);
  }
  fields.forEach(({ kind }, index) => {
    if (isSet[index]) (CODECS[kind] as KindCodec).write(writer, values[index] as never);
  });
  return writer.toBuffer();
}

/** Version that stands at the head of packed state. */
export function readStateVersion(bytes: Buffer): number {
  return new ByteReader(bytes).unsigned();
}

/** Unpacks what `packState` made of the same fields; `undefined` when it was made of others. */
export function unpackState(fields: readonly StateField[], bytes: Buffer): StateValues | undefined {
  try {
    return readValues(fields, new ByteReader(bytes));
  } catch {
    return undefined; // too short, or text that is no JSON: not ours
  }
}

function readValues(fields: readonly StateField[], reader: ByteReader): StateValues | undefined {
  reader.unsigned();
  const bits = reader.bytes(Math.ceil(fields.length / 8)).map((byte) => byte);
  const values: Record<string, unknown> = {};
  for (const [index, { choices, kind, property }] of fields.entries()) {
    const isSet = (bits[index >> 3]! & (1 << (index & 7))) !== 0;
    const value = isSet ? CODECS[kind].read(reader) : CODECS[kind].zero;
    if (choices && !choices.includes(String(value))) return undefined;
    values[property] = value;
  }
  return reader.isAtEnd ? values : undefined;
}

function checkedValue({ choices, kind, property }: StateField, view: object): unknown {
  const value = (view as StateValues)[property];
  if (CODECS[kind].accepts(value) && (!choices || choices.includes(String(value)))) return value;
  throw new InvalidComponentError(
    `${view.constructor.name}.${property} is declared as @State.${kind} and holds ${describe(value)}, which cannot ` +
      'travel in a custom id. Give the property a value of that kind, or declare it otherwise.',
  );
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? `a ${value.constructor?.name ?? 'object'}`
    : String(value);
}

/** Small negative numbers stay short: 0, -1, 1, -2 become 0, 1, 2, 3; the sign goes apart, for the sake of 2^53. */
function writeSigned(writer: ByteWriter, value: number): void {
  const magnitude = Math.abs(value);
  writer.byte((value < 0 ? 0x80 : 0) | (magnitude < 0x40 ? magnitude : 0x40 | (magnitude & 0x3f)));
  if (magnitude >= 0x40) writer.unsigned(Math.floor(magnitude / 0x40));
}

function readSigned(reader: ByteReader): number {
  const head = reader.byte();
  const magnitude = (head & 0x3f) + ((head & 0x40) === 0 ? 0 : reader.unsigned() * 0x40);
  return (head & 0x80) === 0 ? magnitude : -magnitude;
}
