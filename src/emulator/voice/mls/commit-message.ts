import { readLeaf } from './key-package.js';
import { MlsCursor, uint, vector } from './mls-bytes.js';

/** Commit of op 28, as far as a delivery service looks into it. */
export interface CommitMessage {
  readonly bytes: Buffer;
  readonly groupId: Buffer;
  readonly epoch: bigint;
  readonly senderLeaf: number;
  /** References of the proposals that it carries out. */
  readonly references: readonly Buffer[];
  /** What follows it: the welcome, without wrapper and length. */
  readonly rest: Buffer;
}

const PUBLIC_MESSAGE = 1;
const MEMBER = 1;
const COMMIT = 3;
const BY_REFERENCE = 2;

/** Reads a commit; throws when it is no commit, or carries proposals of its own. */
export function readCommit(bytes: Buffer): CommitMessage {
  const cursor = new MlsCursor(bytes);
  if (cursor.uint(2) !== 1 || cursor.uint(2) !== PUBLIC_MESSAGE)
    throw new RangeError('commit is no public message');
  const groupId = cursor.vector();
  const epoch = cursor.uint64();
  if (cursor.uint(1) !== MEMBER) throw new RangeError('commit is not by a member');
  const senderLeaf = cursor.uint(4);
  cursor.vector();
  if (cursor.uint(1) !== COMMIT) throw new RangeError('message is no commit');
  const references = readReferences(new MlsCursor(cursor.vector()));
  if (cursor.uint(1) === 1) {
    readLeaf(cursor);
    cursor.vector();
  }
  for (let tag = 0; tag < 3; tag++) cursor.vector();
  const end = cursor.at;
  return {
    groupId,
    epoch,
    senderLeaf,
    references,
    bytes: bytes.subarray(0, end),
    rest: bytes.subarray(end),
  };
}

function readReferences(cursor: MlsCursor): Buffer[] {
  const references: Buffer[] = [];
  while (cursor.left > 0) {
    if (cursor.uint(1) !== BY_REFERENCE) throw new RangeError('commit carries a proposal of its own');
    references.push(cursor.vector());
  }
  return references;
}

/** Welcome of op 28, which holds a secret for each newcomer. */
export interface WelcomeMessage {
  readonly suite: number;
  readonly secrets: readonly { readonly reference: Buffer; readonly bytes: Buffer }[];
  readonly groupInfo: Buffer;
}

export function readWelcome(bytes: Buffer): WelcomeMessage {
  const cursor = new MlsCursor(bytes);
  const suite = cursor.uint(2);
  const list = new MlsCursor(cursor.vector());
  const secrets: { reference: Buffer; bytes: Buffer }[] = [];
  while (list.left > 0) {
    const start = list.at;
    const reference = list.vector();
    list.vector();
    list.vector();
    secrets.push({ reference, bytes: list.bytes.subarray(start, list.at) });
  }
  const groupInfo = cursor.vector();
  if (cursor.left > 0) throw new RangeError('bytes follow the welcome');
  return { suite, secrets, groupInfo };
}

/** Welcome with nothing but the secret of one newcomer (op 30). */
export function welcomeFor({ suite, secrets, groupInfo }: WelcomeMessage, reference: Buffer): Buffer {
  const own = secrets.filter((secret) => secret.reference.equals(reference));
  if (own.length === 0) throw new RangeError('welcome has no secret for a member that was added');
  return Buffer.concat([
    uint(2, suite),
    vector(...own.map(({ bytes: secret }) => secret)),
    vector(groupInfo),
  ]);
}
