import { spawn } from 'node:child_process';
import { CogworkError } from '../errors/cogwork-error.js';
import type { Clock, TimerHandle } from '../utils/clock.js';
import { SystemClock } from '../utils/system-clock.js';
import { DaveyEngine } from './dave/davey-engine.js';
import { hasAesGcm } from './load-voice-parts.js';
import { loadOpusCodec, OPUS_PACKAGES } from './opus/load-opus-codec.js';
import type { OpusCodec } from './opus/opus-codec.js';

/** One thing that voice needs, or is better with. */
export interface VoiceFinding {
  /** What was looked for. */
  readonly name: 'aes-256-gcm' | 'xchacha20-poly1305' | 'dave' | 'opus' | 'opus-repair' | 'ffmpeg' | 'udp';
  /** Whether it was found and works. */
  readonly isThere: boolean;
  /** Version or provider when it is there, otherwise what to do. */
  readonly detail: string;
}

/** What voice finds on this machine. */
export interface VoiceReport {
  /** What was looked for, with what was found. */
  readonly findings: readonly VoiceFinding[];
  /** Whether nothing that voice cannot do without is missing; AES, repair of losses and ffmpeg are only better to have. */
  readonly isUsable: boolean;
}

/** Options of the doctor. */
export interface VoiceDoctorOptions {
  /** Source of time for patience. Default: the system's. */
  readonly clock?: Clock;
  /** Program that is tried as ffmpeg. Default: `ffmpeg`. */
  readonly ffmpegPath?: string;
  /** Gives the Opus codec. Default: the library that is installed. */
  readonly codec?: () => OpusCodec;
}

const DISPENSABLE: ReadonlySet<VoiceFinding['name']> = new Set(['aes-256-gcm', 'opus-repair', 'ffmpeg']);
const PATIENCE_MS = 5_000;

/** Says what voice finds on this machine: ciphers, end-to-end encryption, Opus, ffmpeg and UDP. */
export async function voiceDoctor(options: VoiceDoctorOptions = {}): Promise<VoiceReport> {
  const { clock = new SystemClock(), ffmpegPath = 'ffmpeg', codec = loadOpusCodec } = options;
  const findings = await Promise.all([
    examine('aes-256-gcm', 'this build of Node lacks it; the slower cipher is used', () =>
      hasAesGcm() ? 'node:crypto' : undefined,
    ),
    examine('xchacha20-poly1305', 'npm install @noble/ciphers', async () => {
      await import('@noble/ciphers/chacha.js');
      return '@noble/ciphers';
    }),
    examine('dave', 'npm install @snazzah/davey', async () => {
      const { packageVersion, maxVersion } = await DaveyEngine.load();
      return `@snazzah/davey ${packageVersion}, protocol ${maxVersion}`;
    }),
    examine('opus', `npm install one of ${OPUS_PACKAGES.join(', ')}`, () => codec().name),
    examine(
      'opus-repair',
      'optional: with `npm install @evan/opus` a bot that listens hears again what the network lost',
      () => (codec().canRepair ? codec().name : undefined),
    ),
    examine('ffmpeg', 'install ffmpeg with libopus to play and write other formats', () =>
      askFfmpeg(ffmpegPath, clock),
    ),
    examine('udp', 'this process may not open UDP sockets', () => openUdp(clock)),
  ]);
  const isUsable = findings.every(({ name, isThere }) => isThere || isDispensable(name));
  return { findings, isUsable };
}

/** Whether voice works without a thing, though worse. */
export function isDispensable(name: VoiceFinding['name']): boolean {
  return DISPENSABLE.has(name);
}

async function examine(
  name: VoiceFinding['name'],
  advice: string,
  look: () => string | undefined | Promise<string | undefined>,
): Promise<VoiceFinding> {
  try {
    const found = await look();
    return { name, isThere: found !== undefined, detail: found ?? advice };
  } catch (error) {
    return { name, isThere: false, detail: error instanceof CogworkError ? error.message : advice };
  }
}

/** First line of `ffmpeg -version`, and whether it can write Opus. */
function askFfmpeg(path: string, clock: Clock): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(path, ['-version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = clock.setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS, { unref: true });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('latin1');
    });
    const finish = (isThere: boolean): void => {
      clock.clearTimeout(timer);
      const version = /ffmpeg version (\S+)/.exec(output)?.[1];
      const opus = output.includes('--enable-libopus') ? 'with libopus' : 'without libopus';
      resolve(isThere && version ? `${version} ${opus}` : undefined);
    };
    child.on('error', () => finish(false));
    child.on('close', (code) => finish(code === 0));
  });
}

/** Sends a datagram to itself over loopback. */
async function openUdp(clock: Clock): Promise<string> {
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  const timer: { handle?: TimerHandle } = {};
  try {
    await new Promise<void>((resolve, reject) => {
      timer.handle = clock.setTimeout(() => reject(new Error('no datagram arrived')), PATIENCE_MS);
      socket.on('error', reject);
      socket.on('message', () => resolve());
      socket.bind(0, '127.0.0.1', () => socket.send('ping', socket.address().port, '127.0.0.1'));
    });
  } finally {
    clock.clearTimeout(timer.handle);
    socket.close();
  }
  return 'sockets open';
}
