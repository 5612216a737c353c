/**
 * What can be read off an Opus packet without decoding it.
 *
 * Its first byte, the table of contents, names the coding mode, the length of a frame and how many there are; that is
 * all that passing packets on, timing them and bridging a lost one needs.
 * @see https://www.rfc-editor.org/rfc/rfc6716#section-3.1
 */

/** Samples per channel of a second; RTP timestamps and Ogg granules count in these. */
export const SAMPLES_PER_SECOND = 48_000;

/** Samples per channel of the 20 ms frame that Discord's clients send. */
export const FRAME_SAMPLES = 960;

/** Length of that frame. */
export const FRAME_MS = 20;

/** Longest packet that the format allows: 120 ms. */
export const MAX_PACKET_SAMPLES = 5760;

/** One frame of silence, as Discord's clients send it five times when somebody stops speaking. */
export const SILENCE_FRAME: Uint8Array = Uint8Array.of(0xf8, 0xff, 0xfe);

/** Samples per channel of a packet; zero for what is no Opus packet. */
export function opusPacketSamples(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const samples = frameSamples(toc >> 3) * frameCount(toc, packet[1]);
  return samples <= MAX_PACKET_SAMPLES ? samples : 0;
}

/** Whether a packet is the frame of silence. */
export function isSilenceFrame(packet: Uint8Array): boolean {
  return packet.length === 3 && packet[0] === 0xf8 && packet[1] === 0xff && packet[2] === 0xfe;
}

/** Whether a packet is coded as speech is, at least below 8 kHz; only such packets can carry a copy of the one before. */
export function isCodedAsSpeech(packet: Uint8Array): boolean {
  return packet[0] !== undefined && packet[0] >> 3 < 16;
}

/**
 * Packet that stands for a lost one: a table of contents with no content, which every decoder bridges.
 *
 * The mode of the packet before it is kept, so that a decoder has no change of mode to smooth over. It lasts 20 ms, or as
 * long as the packet before when that is what was lost.
 * @see https://www.rfc-editor.org/rfc/rfc7845#section-4.1
 */
export function concealmentFrame(before?: Uint8Array, samples: number = FRAME_SAMPLES): Uint8Array {
  const toc = before?.[0] ?? 0xfc;
  if (before === undefined || samples === FRAME_SAMPLES || samples !== opusPacketSamples(before))
    return Uint8Array.of((configOf20Ms(toc >> 3) << 3) | (toc & 0b100));
  const count = frameCount(toc, before[1]);
  if (count === 1) return Uint8Array.of(toc & ~3);
  return count === 2 ? Uint8Array.of((toc & ~3) | 1) : Uint8Array.of(toc | 3, count);
}

/** Samples of one frame, by the five bits of the configuration. */
function frameSamples(config: number): number {
  if (config < 12) return [480, 960, 1920, 2880][config & 3]!;
  if (config < 16) return [480, 960][config & 1]!;
  return [120, 240, 480, 960][config & 3]!;
}

function frameCount(toc: number, second: number | undefined): number {
  const code = toc & 3;
  if (code === 0) return 1;
  if (code < 3) return 2;
  return (second ?? 0) & 0x3f;
}

/** Configuration of the same mode and bandwidth whose frames last 20 ms. */
function configOf20Ms(config: number): number {
  if (config < 12) return (config & ~3) | 1;
  return config < 16 ? config | 1 : config | 3;
}
