/**
 * Looks into the proposals of op 27 as far as the manager must know them: which epoch they are for, and whom they add.
 *
 * @see https://daveprotocol.com/#dave_mls_proposals-27
 */
import type { Snowflake } from '../../types/type-tools.js';
import { MlsReader } from './mls-reader.js';

const PUBLIC_MESSAGE = 1;
const EXTERNAL_SENDER = 2;
const PROPOSAL = 2;
const ADD = 1;
const REMOVE = 3;
const KEY_PACKAGE_LEAF = 1;

/** One proposal of the voice server. */
export interface Proposal {
  readonly epoch: bigint;
  /** Who is added; `undefined` for a removal. */
  readonly addedUserId: Snowflake | undefined;
  /** Whole MLS message. */
  readonly bytes: Buffer;
}

/** Proposals in the body of an append: a vector of MLS messages. @throws {RangeError} when it is malformed. */
export function readProposals(body: Buffer): Proposal[] {
  const messages = new MlsReader(body).vector();
  const reader = new MlsReader(messages);
  const proposals: Proposal[] = [];
  while (!reader.isAtEnd) {
    const start = reader.offset;
    const { epoch, addedUserId } = readProposal(reader);
    proposals.push({ epoch, addedUserId, bytes: messages.subarray(start, reader.offset) });
  }
  return proposals;
}

/** Body of an append with those proposals. */
export function writeProposals(proposals: readonly Proposal[]): Buffer {
  const messages = Buffer.concat(proposals.map(({ bytes }) => bytes));
  const length = Buffer.alloc(4);
  length.writeUInt32BE((messages.length | 0x80000000) >>> 0);
  if (messages.length >= 0x4000) return Buffer.concat([length, messages]);
  const short =
    messages.length < 0x40 ? [messages.length] : [0x40 | (messages.length >> 8), messages.length & 0xff];
  return Buffer.concat([Buffer.from(short), messages]);
}

function readProposal(reader: MlsReader): Pick<Proposal, 'epoch' | 'addedUserId'> {
  const version = reader.uint16();
  const wireFormat = reader.uint16();
  if (version !== 1 || wireFormat !== PUBLIC_MESSAGE)
    throw new RangeError(`MLS message of version ${version} and format ${wireFormat} is no public message`);
  reader.vector();
  const epoch = reader.uint64();
  if (reader.uint8() !== EXTERNAL_SENDER) throw new RangeError('proposal is not by the external sender');
  reader.uint32();
  reader.vector();
  if (reader.uint8() !== PROPOSAL) throw new RangeError('MLS message is no proposal');
  const addedUserId = readChange(reader);
  reader.vector();
  return { epoch, addedUserId };
}

function readChange(reader: MlsReader): Snowflake | undefined {
  const kind = reader.uint16();
  if (kind === ADD) return readKeyPackage(reader);
  if (kind !== REMOVE) throw new RangeError(`proposal of kind ${kind} is neither an add nor a remove`);
  reader.uint32();
  return undefined;
}

/** Reads past a key package and gives whose it is. */
function readKeyPackage(reader: MlsReader): Snowflake {
  reader.uint16();
  reader.uint16();
  reader.vector();
  const userId = readLeaf(reader);
  reader.vector();
  reader.vector();
  return userId;
}

function readLeaf(reader: MlsReader): Snowflake {
  reader.vector();
  reader.vector();
  reader.uint16();
  const identity = reader.vector();
  for (let list = 0; list < 5; list++) reader.vector();
  if (reader.uint8() !== KEY_PACKAGE_LEAF) throw new RangeError('leaf of a key package has another source');
  reader.take(16);
  reader.vector();
  reader.vector();
  if (identity.length !== 8) throw new RangeError(`identity has ${identity.length} bytes instead of 8`);
  return String(identity.readBigUInt64BE());
}
