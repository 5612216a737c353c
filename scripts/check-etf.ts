/**
 * Decodes a file of External Term Format vectors and compares each with the JSON that it stands for.
 *
 *   npx tsx scripts/check-etf.ts path/to/etf-vectors.json
 *
 * Ids that were encoded as integers come back as digits, unless a number holds them exactly: nothing in the bytes tells
 * such a small id from a count. Prints `N of N`; exits non-zero on any difference.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { decodeEtf } from '../src/gateway/etf/etf-decoder.js';
import { encodeEtf } from '../src/gateway/etf/etf-encoder.js';
import { readEtfHead } from '../src/gateway/etf/etf-head.js';

interface Vectors {
  readonly edge: Readonly<Record<string, string>>;
  readonly payloads: readonly (Readonly<Record<string, string>> & { readonly json: unknown })[];
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Give the path of the vectors: npx tsx scripts/check-etf.ts path/to/etf-vectors.json');
  process.exit(2);
}
const { edge, payloads } = JSON.parse(readFileSync(path, 'utf8')) as Vectors;
const problems: string[] = [];
let checks = 0;

function check(name: string, isRight: () => boolean): void {
  checks += 1;
  try {
    if (!isRight()) problems.push(`${name}: differs`);
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

for (const [name, hex] of Object.entries(edge)) {
  const mustFail = name.includes('(reject)') || name === 'bitstring' || name === 'improper list';
  check(`edge ${name}`, () => (mustFail ? fails(hex) : decodeEtf(Buffer.from(hex, 'hex')) !== undefined));
}
for (const { name = '', json, ...variants } of payloads) {
  for (const [variant, hex] of Object.entries(variants)) {
    const bytes = Buffer.from(hex, 'hex');
    check(`${name} ${variant}`, () => isSame(decodeEtf(bytes), json, variant.endsWith('int_ids')));
    check(`${name} ${variant} head`, () => hasRightHead(bytes, json));
  }
  check(`${name} encoded here`, () => isSame(decodeEtf(encodeEtf(json)), json, false));
}

for (const problem of problems) console.error(problem);
console.log(`${checks - problems.length} of ${checks}`);
process.exit(problems.length === 0 ? 0 : 1);

function fails(hex: string): boolean {
  try {
    decodeEtf(Buffer.from(hex, 'hex'));
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'GATEWAY_DECODE';
  }
}

/** Whether two values are equal; with `areIdsLoose`, a number also equals its digits. */
function isSame(actual: unknown, expected: unknown, areIdsLoose: boolean): boolean {
  const digits = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? String(value) : value;
  if (!areIdsLoose) return isDeepStrictEqual(actual, expected);
  return isDeepStrictEqual(
    JSON.parse(JSON.stringify(actual, digits)),
    JSON.parse(JSON.stringify(expected, digits)),
  );
}

function hasRightHead(bytes: Buffer, json: unknown): boolean {
  const head = readEtfHead(bytes);
  const { op, s, t } = json as { op?: number; s?: number | null; t?: string | null };
  return head === undefined || isDeepStrictEqual(head, { op, s, t });
}
