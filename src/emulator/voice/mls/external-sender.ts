/**
 * Voice server as an outsider who may propose to a group: it signs proposals without being a member.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9420#section-12.1.8
 */
import type { KeyObject } from 'node:crypto';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { uint, vector } from './mls-bytes.js';
import { labelled, referenceOf } from './mls-crypto.js';

/** Proposal that was signed. */
export interface SignedProposal {
  readonly message: Buffer;
  readonly reference: Buffer;
}

const MLS_10 = uint(2, 1);
const PUBLIC_MESSAGE = uint(2, 1);
const ADD = uint(2, 1);
const REMOVE = uint(2, 3);

/** External sender of one call. */
export class ExternalSender {
  readonly #privateKey: KeyObject;
  readonly #publicKey: Buffer;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const coordinates = [x, y].map((text) => Buffer.from(text, 'base64url'));
    this.#publicKey = Buffer.concat([uint(1, 4), ...coordinates]);
  }

  /** Body of op 25. */
  get package(): Buffer {
    return Buffer.concat([vector(this.#publicKey), uint(2, 1), vector(uint(1, 0))]);
  }

  proposeAdd(groupId: Buffer, epoch: bigint, keyPackage: Buffer): SignedProposal {
    return this.#propose(groupId, epoch, Buffer.concat([ADD, keyPackage]));
  }

  proposeRemove(groupId: Buffer, epoch: bigint, leaf: number): SignedProposal {
    return this.#propose(groupId, epoch, Buffer.concat([REMOVE, uint(4, leaf)]));
  }

  #propose(groupId: Buffer, epoch: bigint, proposal: Buffer): SignedProposal {
    const content = Buffer.concat([
      vector(groupId),
      uint(8, epoch),
      uint(1, 2),
      uint(4, 0),
      vector(),
      uint(1, 2),
      proposal,
    ]);
    const signed = labelled('FramedContentTBS', Buffer.concat([MLS_10, PUBLIC_MESSAGE, content]));
    const key = { key: this.#privateKey, dsaEncoding: 'der' } as const;
    const signature = vector(createSign('sha256').update(signed).sign(key));
    return {
      message: Buffer.concat([MLS_10, PUBLIC_MESSAGE, content, signature]),
      reference: referenceOf('Proposal', Buffer.concat([PUBLIC_MESSAGE, content, signature])),
    };
  }
}
