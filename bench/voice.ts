/**
 * How evenly sound goes out: players that send Opus packets by the real clock, for some seconds each.
 *
 *     npm run bench voice
 *
 * For 1, 10 and 50 players, and for 10 with an event loop that is blocked for 5 ms now and then: the gaps between two
 * frames of one player (20 ms is perfect; the 99th percentile is to stay below 25 ms), and the share of one core.
 */
import { silentLogger } from '../src/utils/silent-logger.js';
import { SystemClock } from '../src/utils/system-clock.js';
import { loadOpusCodec } from '../src/voice/opus/load-opus-codec.js';
import { AudioClock } from '../src/voice/player/audio-clock.js';
import { AudioPlayer } from '../src/voice/player/audio-player.js';
import { AudioSource } from '../src/voice/sources/audio-source.js';
import type { VoiceLink } from '../src/voice/voice-link.js';

const SECONDS = 8;
const PACKET = Uint8Array.from({ length: 160 }, (_, index) => (index === 0 ? 0xfc : index));

/** Link that notes the gaps between frames. */
function noteGaps(gaps: number[]): VoiceLink {
  let last: number | undefined;
  return {
    guildId: '1',
    channelId: '2',
    ssrc: 3,
    isReady: true,
    sendOpus() {
      const now = performance.now();
      if (last !== undefined) gaps.push(now - last);
      last = now;
      return true;
    },
    setSpeaking() {},
    onPacket: () => () => {},
    onUserGone: () => () => {},
    onClosed: () => () => {},
  };
}

function* packets(): Iterable<Uint8Array> {
  for (;;) yield PACKET;
}

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

async function measure(players: number, stallMs: number): Promise<string> {
  const gaps: number[] = [];
  const audioClock = new AudioClock(new SystemClock());
  const tracks = Array.from({ length: players }, () => {
    const player = new AudioPlayer({ audioClock, logger: silentLogger, codec: loadOpusCodec });
    player.connect(noteGaps(gaps));
    return player.play(AudioSource.generator(packets));
  });
  const stalls = stallMs > 0 ? setInterval(() => block(stallMs), 37) : undefined;
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const { user, system } = process.cpuUsage(before);
  clearInterval(stalls);
  for (const track of tracks) track.stop();
  await Promise.all(tracks.map((track) => track.finished));
  gaps.sort((a, b) => a - b);
  const at = (share: number): string => gaps[Math.floor(gaps.length * share)]!.toFixed(1);
  const cpu = ((user + system) / 1e4 / SECONDS).toFixed(1);
  const name = `${players} players${stallMs > 0 ? `, blocked for ${stallMs} ms now and then` : ''}`;
  return `${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(0.9999)} ms, ${cpu} % of a core`;
}

for (const [players, stallMs] of [
  [1, 0],
  [10, 0],
  [50, 0],
  [150, 0],
  [10, 5],
] as const) {
  console.log(await measure(players, stallMs));
}
