import { describe, expect, it } from '@jest/globals';
import { ExternalSender } from '../../../src/emulator/voice/mls/external-sender.js';
import { uint, vector } from '../../../src/emulator/voice/mls/mls-bytes.js';
import { DaveyEngine } from '../../../src/voice/dave/davey-engine.js';
import { MlsReader } from '../../../src/voice/dave/mls-reader.js';
import { ProposalInbox } from '../../../src/voice/dave/proposal-inbox.js';
import { readProposals, writeProposals } from '../../../src/voice/dave/proposals.js';

const groupId = uint(8, 99);

async function proposals(): Promise<{ sender: ExternalSender; add: (userId: string) => Buffer }> {
  const engine = await DaveyEngine.load();
  const sender = new ExternalSender();
  const add = (userId: string): Buffer => {
    const session = engine.createSession(1, userId, '99', engine.createKeyPair());
    session.setExternalSender(sender.package);
    return sender.proposeAdd(groupId, 5n, session.keyPackage()).message;
  };
  return { sender, add };
}

describe('Proposals', () => {
  it('tell their epoch and whom they add, and are written again byte by byte', async () => {
    const { sender, add } = await proposals();
    const messages = [add('11'), sender.proposeRemove(groupId, 5n, 3).message, add('12')];
    const body = vector(...messages);
    const read = readProposals(body);
    expect(read.map(({ epoch, addedUserId }) => [epoch, addedUserId])).toEqual([
      [5n, '11'],
      [5n, undefined],
      [5n, '12'],
    ]);
    expect(writeProposals(read).equals(body)).toBe(true);
    expect(writeProposals([]).equals(vector())).toBe(true);
  });

  it('are refused when they are cut short, anywhere', async () => {
    const { add } = await proposals();
    const message = add('11');
    for (let length = 1; length < message.length; length++)
      expect(() => readProposals(vector(message.subarray(0, length)))).toThrow(RangeError);
  });

  it('lose the add of the bot itself, and wait for unknown users', async () => {
    const { add } = await proposals();
    const known = new Set(['12']);
    const inbox = new ProposalInbox('11', () => [...known]);
    const append = (...messages: Buffer[]): Buffer => Buffer.concat([uint(1, 0), vector(...messages)]);
    inbox.push(append(add('11')));
    expect(inbox.take()).toEqual([]);
    inbox.push(append(add('11'), add('12')));
    const [taken] = inbox.take();
    expect(readProposals(taken!.data).map(({ addedUserId }) => addedUserId)).toEqual(['12']);
    inbox.push(append(add('13')));
    inbox.push(append(add('12')));
    expect(inbox.take()).toEqual([]);
    known.add('13');
    expect(inbox.take()).toHaveLength(2);
  });
});

describe('Lengths of MLS', () => {
  it.each([0, 63, 64, 16_383, 16_384, 70_000])('of %i bytes are read', (length) => {
    const reader = new MlsReader(Buffer.concat([vector(Buffer.alloc(length)), uint(1, 9)]));
    expect(reader.vector()).toHaveLength(length);
    expect(reader.uint8()).toBe(9);
    expect(reader.isAtEnd).toBe(true);
  });
});
