import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Emulator } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';
import { FileNoteStore } from '../../examples/03-cogs-and-injection/file-note-store.js';
import { NoteStore } from '../../examples/03-cogs-and-injection/note-store.js';
import { Notes } from '../../examples/03-cogs-and-injection/notes.js';
import { Usage } from '../../examples/03-cogs-and-injection/usage.js';

/** What a test puts in the place of the files. */
class MemoryNoteStore implements NoteStore {
  readonly notes = new Map<string, readonly string[]>();

  async load(userId: string): Promise<readonly string[]> {
    return this.notes.get(userId) ?? [];
  }

  async save(userId: string, notes: readonly string[]): Promise<void> {
    this.notes.set(userId, notes);
  }
}

const world = (store: NoteStore = new MemoryNoteStore()): Promise<TestWorld> =>
  testBot({ cogs: [Notes, Usage], services: (container) => container.registerValue(NoteStore, store) });

describe('notes', () => {
  test('are written down, listed and crossed out, for the eyes of their writer', async () => {
    const { alice, bob, general } = await world();
    const written = await alice.slash(general, 'note add', { text: 'buy milk' });
    expect(written).toShowText('That is note 1.');
    expect(written).toBeEphemeral();
    await alice.slash(general, 'note add', { text: 'call Bob' });
    expect((await alice.slash(general, 'note list')).content).toBe('1. buy milk\n2. call Bob');
    expect((await bob.slash(general, 'note list')).content).toBe('You have no notes.');
    expect((await alice.slash(general, 'note remove', { number: 1 })).content).toBe('~~buy milk~~');
    expect((await alice.slash(general, 'note list')).content).toBe('1. call Bob');
  });

  test('that are not there are told of by the error handler of the cog', async () => {
    const { alice, general, logs } = await world();
    const answer = await alice.slash(general, 'note remove', { number: 3 });
    expect(answer.content).toBe('There is no note 3. Look at `/note list`.');
    expect(logs.of('error')).toEqual([]);
  });

  test('are refused by the check once there is no room, and only to whom it concerns', async () => {
    const store = new MemoryNoteStore();
    const { alice, bob, general } = await world(store);
    store.notes.set(alice.id, Array<string>(10).fill('something'));
    const refused = await alice.slash(general, 'note add', { text: 'one more' });
    expect(refused.content).toBe('You have 10 notes. Cross one out before you write another.');
    expect(await bob.slash(general, 'note add', { text: 'first' })).toShowText('That is note 1.');
  });

  test('in files are there for the next bot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cogwork-notes-'));
    process.env['NOTES'] = folder;
    try {
      const first = await world(new FileNoteStore());
      await first.alice.slash(first.general, 'note add', { text: 'survive' });
      expect(readdirSync(folder)).toEqual([`${first.alice.id}.json`]);
      expect(await new FileNoteStore().load(first.alice.id)).toEqual(['survive']);
    } finally {
      delete process.env['NOTES'];
      rmSync(folder, { recursive: true });
    }
  });
});

test('usage is counted for the owner of the bot alone, and told to the log at the end', async () => {
  const emulator = new Emulator();
  const boss = emulator.createUser('boss'); // who was there first owns the bots that are made
  const { alice, allow, close, general, guild, logs, owner } = await testBot({
    cogs: [Notes, Usage],
    emulator,
    services: (container) => container.registerClass(NoteStore, MemoryNoteStore),
  });
  guild.add(boss);
  allow(boss, 'ManageGuild');
  await alice.slash(general, 'note list');
  await emulator.settle(); // alice has seen the answer before the bot knows that it arrived
  expect(alice.commands(general)).toEqual(['note']);
  expect((await owner.slash(general, 'usage')).content).toMatch(/owner/);
  const shown = await boss.slash(general, 'usage');
  expect(shown.content).toMatch(/^Since <t:\d+:R>:\n<\/note list:\d+>: 1$/);
  await close();
  expect(logs.of('info').at(-1)).toMatchObject({ message: 'What was used', fields: { 'note list': 1 } });
  await emulator.close();
});
