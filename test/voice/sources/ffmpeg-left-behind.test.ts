/** No ffmpeg is left behind, however playing ends: by the player, or by the end of the whole process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import type { FfmpegFailedError } from '../../../src/errors/ffmpeg-failed-error.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import { PlayQueue } from '../../../src/voice/player/play-queue.js';
import type { Track } from '../../../src/voice/player/track.js';
import { AudioSource } from '../../../src/voice/sources/audio-source.js';
import { VoiceMedia } from '../../../src/voice/voice-media.js';
import { FakeLink } from '../fake-link.js';
import { testWithFfmpeg } from '../run-ffmpeg.js';
import { childrenLeft } from '../support/children-left.js';

const ENDLESS_SINE = 'sine=frequency=440';

function endlessSine(): AudioSource {
  return AudioSource.ffmpeg(ENDLESS_SINE, { inputArgs: ['-f', 'lavfi'] });
}

describe('When a track ends', () => {
  let clock: VirtualClock;
  let link: FakeLink;
  let media: VoiceMedia;

  beforeEach(() => {
    clock = new VirtualClock();
    link = new FakeLink(clock);
    media = new VoiceMedia(link, { clock, logger: silentLogger, codec: loadOpusCodec });
  });

  /** Plays without end; ffmpeg runs in its own time, so the clock's is no measure of whether it has stalled. */
  function play(): Track {
    return media.play(endlessSine(), { stallTimeoutMs: Number.MAX_SAFE_INTEGER });
  }

  /** Lets time go on until something of a track was heard. */
  async function heard(track: Track): Promise<void> {
    while (track.positionMs < 100) {
      if (track.state === 'finished') await track.finished;
      await clock.advance(20);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  const endings: readonly [string, (track: Track) => unknown][] = [
    ['is stopped', (track) => track.stop()],
    ['is replaced by another', () => media.play(AudioSource.generator(() => []))],
    ['loses its connection', () => link.close()],
    [
      'is stopped while it is paused',
      (track) => {
        track.pause();
        return track.stop();
      },
    ],
    [
      'goes to another position and is stopped there',
      async (track) => {
        await track.seek(500);
        await track.stop();
      },
    ],
    [
      'is stopped while it goes to another position',
      (track) => {
        const sought = track.seek(500);
        return Promise.all([sought, track.stop()]);
      },
    ],
  ];

  for (const [what, end] of endings)
    testWithFfmpeg(`because it ${what}`, async () => {
      const track = play();
      await heard(track);
      await end(track);
      await track.finished;
      expect(await childrenLeft()).toBe(0);
    });

  testWithFfmpeg('before anything of it was heard', async () => {
    for (let round = 0; round < 30; round++) {
      const track = play();
      if (round % 3 > 0) await new Promise((resolve) => setImmediate(resolve));
      if (round % 3 > 1) await clock.advance(20);
      await track.stop();
    }
    link.close();
    expect(await childrenLeft()).toBe(0);
  });

  testWithFfmpeg('with a whole queue', async () => {
    const queue = new PlayQueue<number>(media.player);
    for (let entry = 0; entry < 3; entry++)
      queue.add(endlessSine(), entry, { stallTimeoutMs: Number.MAX_SAFE_INTEGER });
    await heard(queue.track!);
    await queue.skip();
    await clock.advance(20);
    await heard(queue.track!);
    await queue.clear();
    expect(await childrenLeft()).toBe(0);
  });
});

/** Whether a process is gone, after it had some time to. */
async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (existsSync(`/proc/${pid}`)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Starts a process that plays an input, lets it end in some way, and gives the ids of its ffmpegs. */
async function playAndEnd(input: string, state: string, how: string): Promise<number[]> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/voice/support/play-with-ffmpeg.ts', input, state],
    { env, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const [pids] = (await once(child.stdout, 'data')) as [Buffer];
  const closed = once(child, 'close');
  if (how.startsWith('SIG')) child.kill(how as NodeJS.Signals);
  else child.stdin.write(how);
  await closed;
  return pids.toString().trim().split(' ').map(Number);
}

describe('When the whole process ends', () => {
  for (const how of ['SIGKILL', 'SIGTERM', 'exit', 'throw'])
    for (const state of ['playing', 'paused'])
      testWithFfmpeg(`by ${how}, while it is ${state}`, async () => {
        const pids = await playAndEnd(ENDLESS_SINE, state, how);
        expect(pids).toHaveLength(1);
        expect(await isGone(pids[0]!, 5_000)).toBe(true);
      });

  testWithFfmpeg('by SIGKILL, while an address gives nothing', async () => {
    await using server = createServer((_request, response) => void response.flushHeaders()).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = once(server, 'request');
    const ended = playAndEnd(`http://127.0.0.1:${port}/radio.mp3`, 'playing', 'SIGKILL');
    await asked;
    const pids = await ended;
    expect(pids).toHaveLength(1);
    expect(await isGone(pids[0]!, 10_000)).toBe(true);
    server.closeAllConnections();
  });

  test('an address has a minute to give something, or as long as it is given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cogwork-ffmpeg-'));
    const ffmpeg = join(folder, 'ffmpeg');
    writeFileSync(ffmpeg, '#!/bin/sh\necho "$@" >&2\nexit 1\n', { mode: 0o755 });
    const argsOf = async (input: string, inputArgs: readonly string[] = []): Promise<string> => {
      const reader = await AudioSource.ffmpeg(input, { ffmpeg, inputArgs }).open({ codec: loadOpusCodec });
      return reader.read().then(String, (error: FfmpegFailedError) => error.stderr);
    };
    expect(await argsOf('https://radio.example/live')).toMatch(/-rw_timeout 60000000 -i https:/);
    expect(await argsOf('http://radio.example/', ['-rw_timeout', '7'])).toMatch(
      /-rw_timeout 60000000 -rw_timeout 7 -i/,
    );
    expect(await argsOf('song.mp3')).not.toMatch(/rw_timeout/);
    rmSync(folder, { recursive: true });
  });
});
