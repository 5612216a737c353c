/**
 * Process that plays through ffmpeg and is ended by whoever started it: `node --import tsx <this> <input> <paused>`.
 *
 * Tells on standard output which processes ffmpeg runs in, once sound comes. What comes on standard input ends it:
 * `exit`, `throw`, or nothing more.
 */
import { readFileSync } from 'node:fs';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { SystemClock } from '../../../src/utils/system-clock.js';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import { AudioSource } from '../../../src/voice/sources/audio-source.js';
import { VoiceMedia } from '../../../src/voice/voice-media.js';
import { FakeLink } from '../fake-link.js';

const [input = '', isPaused] = process.argv.slice(2);
const clock = new SystemClock();
const link = new FakeLink(clock);
const media = new VoiceMedia(link, { clock, logger: silentLogger, codec: loadOpusCodec });
const source = input.startsWith('http')
  ? AudioSource.ffmpeg(input, { inputArgs: ['-rw_timeout', '1000000'] })
  : AudioSource.ffmpeg(input, { inputArgs: ['-f', 'lavfi'] });
const track = media.play(source, { stallTimeoutMs: 60_000 });
const watch = setInterval(() => {
  if (link.frames.length === 0 && !input.startsWith('http')) return;
  clearInterval(watch);
  if (isPaused === 'paused') track.pause();
  console.log(readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim());
}, 10);
process.stdin.on('data', (text) => {
  if (String(text) === 'exit') process.exit(3);
  throw new Error('thrown on demand');
});
