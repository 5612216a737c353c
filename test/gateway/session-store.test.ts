import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import Keyv from 'keyv';
import { FileSessionStore } from '../../src/gateway/session/file-session-store.js';
import { KeyValueSessionStore } from '../../src/gateway/session/key-value-session-store.js';
import { MemorySessionStore } from '../../src/gateway/session/memory-session-store.js';
import type { SessionStore, StoredSession } from '../../src/gateway/session/session-store.js';
import { GatewayBench, TEST_TOKEN } from './support/gateway-bench.js';

const KEY = '80351110224678912-0-of-1';
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cogwork-sessions-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const stored: StoredSession = {
  intents: 513,
  ready: {
    session_id: 'kept',
    user: { id: '80351110224678912' },
    guilds: [{ id: '1', unavailable: true }],
  } as GatewayReadyDispatchData,
  resumeUrl: 'wss://resume.gateway.test',
  savedAtMs: 1,
  sequence: 42,
  sessionId: 'kept',
};

describe.each<[string, () => SessionStore]>([
  ['MemorySessionStore', () => new MemorySessionStore()],
  ['FileSessionStore', () => new FileSessionStore(directory)],
  ['KeyValueSessionStore', () => new KeyValueSessionStore(new Map())],
  ['KeyValueSessionStore over Keyv', () => new KeyValueSessionStore(new Keyv())],
])('%s', (_name, create) => {
  it('gives back what was saved, the newest of it, until it is deleted', async () => {
    const store = create();
    expect(await store.load(KEY)).toBeUndefined();
    await store.save(KEY, stored);
    await store.save(KEY, { ...stored, sequence: 43 });
    await store.save('other', stored);
    expect(await store.load(KEY)).toEqual({ ...stored, sequence: 43 });
    await store.delete(KEY);
    await store.delete(KEY);
    expect(await store.load(KEY)).toBeUndefined();
    expect(await store.load('other')).toEqual(stored);
  });
});

describe('FileSessionStore', () => {
  it('keeps its files from other users and leaves no drafts', async () => {
    const store = new FileSessionStore(join(directory, 'new'));
    await store.save(KEY, stored);
    const files = await readdir(join(directory, 'new'));
    expect(files).toEqual([`${KEY}.json`]);
    expect((await stat(join(directory, 'new', files[0]!))).mode & 0o077).toBe(0);
  });

  it.each(['', '{"half', '[]', '{"sessionId":1}'])('takes a damaged file (%p) for none', async (text) => {
    await writeFile(join(directory, `${KEY}.json`), text);
    expect(await new FileSessionStore(directory).load(KEY)).toBeUndefined();
  });

  it('says so when a file cannot be read, instead of taking it for a missing one', async () => {
    await mkdir(join(directory, `${KEY}.json`));
    await expect(new FileSessionStore(directory).load(KEY)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('KeyValueSessionStore', () => {
  it('takes what is no session for none', async () => {
    const values = new Map<string, unknown>([[KEY, { sessionId: 1 }]]);
    expect(await new KeyValueSessionStore(values).load(KEY)).toBeUndefined();
  });
});

describe('a manager with a session store', () => {
  it('resumes what an earlier process kept, and announces it before what was missed', async () => {
    const sessionStore = new MemorySessionStore();
    const before = new GatewayBench({ sessionStore });
    await before.connect();
    before.gateway.last.dispatch('MESSAGE_CREATE', 5, { id: 'seen' });
    await before.clock.settle();
    await before.manager.close({ keepSession: true });
    expect(before.gateway.last.closedWith?.code).toBe(4000);
    expect(before.clock.pendingTimers).toBe(0);

    const after = new GatewayBench({ sessionStore });
    const connecting = after.manager.connect();
    await after.clock.settle();
    expect(after.gateway.last.url.host).toBe('resume.gateway.test');
    after.gateway.last.hello();
    await after.clock.settle();
    expect(after.gateway.last.received).toEqual([
      { op: 6, d: { token: TEST_TOKEN, session_id: 'session-1', seq: 5 } },
    ]);
    after.gateway.last.dispatch('MESSAGE_CREATE', 6, { id: 'missed' });
    after.gateway.last.dispatch('MESSAGE_CREATE', 7, { id: 'missed too' });
    after.gateway.last.dispatch('RESUMED', 8);
    await connecting;
    expect(after.sink.names).toEqual(['READY', 'MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    expect(after.sink.events[0]?.data).toMatchObject({ user: { id: '80351110224678912' }, guilds: [] });
    expect(after.resumes).toEqual([
      { isRestored: true, ready: expect.objectContaining({ session_id: 'session-1' }) },
    ]);
    await expect(after.manager.get(0)?.getUserId()).resolves.toBe('80351110224678912');
    await after.manager.close();
    expect(await sessionStore.load(KEY)).toBeUndefined();
    expect(after.clock.pendingTimers).toBe(0);
  });

  it('needs no session start for a kept session', async () => {
    const sessionStore = new MemorySessionStore();
    sessionStore.save(KEY, stored);
    const bench = new GatewayBench({ sessionStore });
    bench.gateway.info.session_start_limit.remaining = 0;
    bench.autoAccept();
    await bench.manager.connect();
    expect(bench.gateway.last.sent(6)).toHaveLength(1);
    await bench.manager.close();
  });

  it('identifies when Discord has forgotten the session', async () => {
    const sessionStore = new MemorySessionStore();
    sessionStore.save(KEY, stored);
    const bench = new GatewayBench({ sessionStore });
    const connecting = bench.manager.connect();
    await bench.clock.settle();
    bench.gateway.last.hello();
    bench.gateway.last.say({ op: 9, d: false });
    await bench.clock.advance(5_000);
    bench.gateway.last.hello();
    await bench.clock.settle();
    bench.gateway.last.ready('fresh');
    await connecting;
    expect(bench.sink.names).toEqual(['READY']);
    expect((await sessionStore.load(KEY))?.sessionId).toBe('fresh');
    await bench.manager.close();
  });

  it('does not resume with other intents than the session has', async () => {
    const sessionStore = new MemorySessionStore();
    sessionStore.save(KEY, stored);
    const bench = new GatewayBench({ sessionStore, intents: 1 });
    await bench.connect();
    expect(bench.gateway.last.sent(2)).toHaveLength(1);
    await bench.manager.close();
  });

  it('saves every few seconds, so that a crash loses little', async () => {
    const sessionStore = new MemorySessionStore();
    const bench = new GatewayBench({ sessionStore });
    await bench.connect();
    bench.gateway.last.dispatch('MESSAGE_CREATE', 9);
    await bench.clock.advance(5_000);
    expect((await sessionStore.load(KEY))?.sequence).toBe(9);
    await bench.manager.close();
  });

  it('goes on without a store that fails', async () => {
    const fail = async (): Promise<never> => {
      throw new Error('disk full');
    };
    const bench = new GatewayBench({ sessionStore: { load: fail, save: fail, delete: fail } });
    await bench.connect();
    expect(bench.manager.get(0)?.isAlive).toBe(true);
    expect(bench.logger.lines.filter((line) => line.level === 'warn').length).toBeGreaterThan(0);
    await bench.manager.close();
  });
});
