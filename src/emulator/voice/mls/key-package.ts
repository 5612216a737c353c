import type { Snowflake } from '../../../types/type-tools.js';
import { MlsCursor } from './mls-bytes.js';
import { isSigned, referenceOf } from './mls-crypto.js';

/** Key package by which a user asks to be added (op 26). */
export interface KeyPackage {
  readonly bytes: Buffer;
  readonly reference: Buffer;
  readonly userId: Snowflake;
  /** What is wrong with it; empty when it is valid. */
  readonly problems: readonly string[];
}

interface Leaf {
  readonly signatureKey: Buffer;
  readonly identity: Buffer;
  readonly source: number;
  readonly hasFullLifetime: boolean;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

const FOREVER = 0xffff_ffff_ffff_ffffn;

/** Reads and checks a key package as Discord's voice server does. */
export function readKeyPackage(bytes: Buffer, expectedUserId: Snowflake): KeyPackage {
  const cursor = new MlsCursor(bytes);
  const version = cursor.uint(2);
  const suite = cursor.uint(2);
  cursor.vector();
  const leaf = readLeaf(cursor);
  cursor.vector();
  const signed = bytes.subarray(0, cursor.at);
  const signature = cursor.vector();
  const userId = leaf.identity.length === 8 ? String(leaf.identity.readBigUInt64BE()) : '';
  const checks: readonly (readonly [boolean, string])[] = [
    [version === 1, 'version is not 1'],
    [suite === 2, 'cipher suite is not 2'],
    [userId === expectedUserId, 'identity is not that of the user'],
    [leaf.source === 1 && leaf.hasFullLifetime, 'lifetime is limited'],
    [cursor.left === 0, 'bytes follow it'],
    [isSigned(leaf.signatureKey, 'LeafNodeTBS', leaf.signed, leaf.signature), 'leaf is not signed'],
    [isSigned(leaf.signatureKey, 'KeyPackageTBS', signed, signature), 'package is not signed'],
  ];
  const problems = checks.flatMap(([isGood, problem]) => (isGood ? [] : [problem]));
  return { bytes, reference: referenceOf('KeyPackage', bytes), userId, problems };
}

/** Reads past a leaf node. */
export function readLeaf(cursor: MlsCursor): Leaf {
  const start = cursor.at;
  cursor.vector();
  const signatureKey = cursor.vector();
  if (cursor.uint(2) !== 1) throw new RangeError('credential is not a basic one');
  const identity = cursor.vector();
  for (let list = 0; list < 5; list++) cursor.vector();
  const source = cursor.uint(1);
  let hasFullLifetime = false;
  if (source === 1) {
    const [notBefore, notAfter] = [cursor.uint64(), cursor.uint64()];
    hasFullLifetime = notBefore === 0n && notAfter === FOREVER;
  } else if (source === 3) cursor.vector();
  cursor.vector();
  const signed = cursor.bytes.subarray(start, cursor.at);
  return { signatureKey, identity, source, hasFullLifetime, signed, signature: cursor.vector() };
}
