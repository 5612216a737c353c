/**
 * How evenly sound goes out: a bot in many calls at once, each with a person in it, over real UDP.
 *
 *     npm run bench voice
 *     node --import tsx bench/voice.ts 800     # how many streams, instead of the usual numbers
 *
 * Everything is as it would be: Opus that passes through, end-to-end encryption (DAVE), AES-256-GCM, a datagram a frame. The
 * emulator, in which the calls are, is another process; frames go to a socket of it that drops them. Measured are the gaps between two datagrams of one stream (20 ms is perfect; the 99th
 * percentile is to stay below 25 ms) and the share of one core that the bot takes; once also with an event loop that is
 * blocked for 5 ms now and then. What a frame costs is held against what AES of it costs alone.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Bot } from '../src/client/bot.js';
import { NodeUdpSocketFactory } from '../src/utils/node-udp-socket-factory.js';
import { silentLogger } from '../src/utils/silent-logger.js';
import type { UdpSocketFactory } from '../src/utils/udp-socket.js';
import type { VoiceConnection } from '../src/voice/connection/voice-connection.js';
import { AesGcmCipher } from '../src/voice/crypto/aes-gcm-cipher.js';
import { AudioSource } from '../src/voice/sources/audio-source.js';
import { publish, show } from './support/results.js';
import type { VoiceCity } from './support/voice-city.js';

const SECONDS = 8;
/** From so many streams on the cost of a frame is worth comparing. */
const BUSY_STREAMS = 100;
const PACKET = Uint8Array.from({ length: 160 }, (_, index) => (index === 0 ? 0xfc : index & 0xff));
const AUDIO = 0x8078;

/** Real UDP that notes the gaps between the frames of each socket, and sends them to where they are dropped. */
function noteGaps(gaps: number[], drainPort: number): UdpSocketFactory {
  const real = new NodeUdpSocketFactory();
  return {
    open(remote, handlers) {
      const socket = real.open(remote, handlers);
      const drain = real.open({ host: '127.0.0.1', port: drainPort }, { onMessage() {}, onError() {} });
      let last: number | undefined;
      return {
        close() {
          socket.close();
          drain.close();
        },
        send(data) {
          const isAudio = (data[0]! << 8) + data[1]! === AUDIO;
          (isAudio ? drain : socket).send(data);
          if (!isAudio) return;
          const now = performance.now();
          if (last !== undefined && now - last < 5_000) gaps.push(now - last);
          last = now;
        },
      };
    },
  };
}

function* packets(): Iterable<Uint8Array> {
  for (;;) yield PACKET;
}

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Microseconds of processor that this process has taken. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds that AES-256-GCM of a frame takes, alone: the floor. */
function sealingCost(): number {
  const cipher = new AesGcmCipher(randomBytes(32));
  const [header, frame] = [Buffer.alloc(12), Buffer.alloc(PACKET.length + 14, 7)];
  const seal = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) cipher.seal(header, frame);
  };
  seal(20_000);
  const before = processorTime();
  seal(50_000);
  return (processorTime() - before) / 50_000;
}

const wanted = process.argv.slice(2).map(Number);
const runs: readonly (readonly [streams: number, stallMs: number])[] =
  wanted.length > 0
    ? wanted.map((streams) => [streams, 0])
    : [
        [1, 0],
        [10, 0],
        [50, 0],
        [150, 0],
        [200, 0],
        [10, 5],
      ];

const most = Math.max(...runs.map(([streams]) => streams));
const city = fork(new URL('./support/voice-city.ts', import.meta.url), [String(most)], {
  execArgv: ['--import', 'tsx'],
});
const onGone = (code: number | null, signal: string | null): never => {
  throw new Error(`The process with the calls ended in the middle, with ${code ?? signal}.`);
};
city.once('exit', onGone);
const [{ apiUrl, drainPort, token, places }] = (await once(city, 'message')) as [VoiceCity];
const gaps: number[] = [];
/** A shard may send 120 times in a minute, and each join is one time. */
const shards = { count: Math.ceil(most / 100) };
const bot = new Bot({
  logger: silentLogger,
  shards,
  rest: { baseUrl: apiUrl },
  udp: noteGaps(gaps, drainPort),
  voice: true,
});
await bot.start(token);
const voices: VoiceConnection[] = [];
for (let at = 0; at < places.length; at += 10) {
  const joined = places.slice(at, at + 10).map((place) => bot.voice.join(place, { selfDeaf: true }));
  voices.push(...(await Promise.all(joined)));
}
const sealing = sealingCost();

for (const [streams, stallMs] of runs) {
  const tracks = voices.slice(0, streams).map((voice) => voice.play(AudioSource.generator(packets)));
  await pause(1_000);
  gaps.length = 0;
  const stalls = stallMs > 0 ? setInterval(() => block(stallMs), 37) : undefined;
  const before = processorTime();
  await pause(SECONDS * 1000);
  const busy = processorTime() - before;
  clearInterval(stalls);
  const sent = gaps.length;
  const sorted = Float64Array.from(gaps).sort();
  for (const track of tracks) await track.stop();
  await pause(300);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  const encrypted = voices.slice(0, streams).filter(({ isEncrypted }) => isEncrypted).length;
  // A process that mostly waits takes most of its time for waking up, which says nothing of a frame.
  const isBusy = streams >= BUSY_STREAMS && stallMs === 0;
  (isBusy ? publish : show)({
    name: `${streams} streams${stallMs > 0 ? `, blocked for ${stallMs} ms now and then` : ''}`,
    ratio: busy / sent / sealing,
    detail: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(0.9999)} ms; ${(busy / SECONDS / 1e4).toFixed(1)} % of a core, ${(busy / sent).toFixed(1)} µs a frame, ${encrypted} encrypted end to end, ${Math.round(sent / SECONDS / streams)} frames a second each`,
  });
}
city.off('exit', onGone);
await bot.close();
city.disconnect();
