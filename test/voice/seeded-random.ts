/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Opus packets of 20 ms with meaningless content: enough for everything but a decoder. */
export function madeUpPackets(count: number, { seed = 1, maxBytes = 300 } = {}): Buffer[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const packet = Buffer.alloc(2 + Math.floor(random() * maxBytes), 0);
    for (let at = 0; at < packet.length; at++) packet[at] = Math.floor(random() * 256);
    packet[0] = 0xfc;
    return packet;
  });
}

/** Cuts bytes into pieces of random lengths. */
export function* cutUp(bytes: Buffer, random: () => number, maxBytes = 5000): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() * maxBytes);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}
