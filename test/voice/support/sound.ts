/** Sounds to try codecs with, and how alike two sounds are. */
import { seededRandom } from '../seeded-random.js';

const RATE = 48_000;

/** Interleaved stereo of a tone. */
export function tone(frequency: number, seconds: number, amplitude = 9000): Int16Array {
  return stereo(seconds, (at) => amplitude * Math.sin((2 * Math.PI * frequency * at) / RATE));
}

/**
 * Interleaved stereo that codecs take for speech: a voice of changing pitch with two formants, in syllables, with
 * breath in it.
 */
export function speech(seconds: number): Int16Array {
  const random = seededRandom(7);
  let turns = 0;
  let breath = 0;
  return stereo(seconds, (at) => {
    const time = at / RATE;
    const pitch = 120 + 20 * Math.sin(2 * Math.PI * 3 * time) + 10 * Math.sin(2 * Math.PI * 0.7 * time);
    turns += pitch / RATE;
    breath = 0.7 * breath + 0.3 * (2 * random() - 1);
    let voice = 0;
    for (let harmonic = 1; harmonic < 16; harmonic++) {
      const frequency = harmonic * pitch;
      const formants = 1 / (1 + ((frequency - 600) / 300) ** 2) + 0.5 / (1 + ((frequency - 1800) / 400) ** 2);
      voice += (Math.sin(2 * Math.PI * harmonic * turns) / harmonic) * (formants + 0.05);
    }
    const loudness = 0.3 + 0.7 * Math.max(0, Math.sin(2 * Math.PI * 2.5 * time));
    return 9000 * loudness * (voice + 0.1 * breath);
  });
}

/** Frames of 20 ms. */
export function framesOf(pcm: Int16Array, samples = 960): Int16Array[] {
  return Array.from({ length: Math.floor(pcm.length / (samples * 2)) }, (_, index) =>
    pcm.subarray(index * samples * 2, (index + 1) * samples * 2),
  );
}

/** Parts one after the other. */
export function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Decibels by which a sound is louder than what distinguishes a copy from it; 0 for a copy that is silent. */
export function snr(original: Int16Array, copy: Int16Array): number {
  let signal = 0;
  let noise = 0;
  for (let at = 0; at < original.length; at++) {
    signal += original[at]! ** 2;
    noise += (original[at]! - (copy[at] ?? 0)) ** 2;
  }
  return 10 * Math.log10(signal / Math.max(noise, 1e-9));
}

/** The same for a copy that is late by what a codec takes, at most 10 ms; the first and last 100 ms do not count. */
export function alignedSnr(
  original: Int16Array,
  copy: Int16Array,
): { readonly db: number; readonly delay: number } {
  const edge = (RATE / 10) * 2;
  const late = (delay: number, from: number, until: number): number =>
    snr(original.subarray(from, until), copy.subarray(from + delay * 2, until + delay * 2));
  // The delay is told by the second half, where a codec has settled.
  const half = Math.floor(original.length / 4) * 2;
  let best = { db: Number.NEGATIVE_INFINITY, delay: 0 };
  for (let delay = 0; delay <= RATE / 100; delay++) {
    const db = late(delay, half, Math.min(half + RATE / 5, original.length - edge));
    if (db > best.db) best = { db, delay };
  }
  return { db: late(best.delay, edge, original.length - edge), delay: best.delay };
}

function stereo(seconds: number, sampleAt: (at: number) => number): Int16Array {
  const pcm = new Int16Array(Math.round(seconds * RATE) * 2);
  for (let at = 0; at < pcm.length / 2; at++) pcm.fill(Math.round(sampleAt(at)), at * 2, at * 2 + 2);
  return pcm;
}
