/** RTP as the voice server sends it: with everything in it that real clients and servers put there. */
import type { MediaPacket } from './participant.js';
import type { VoiceKnobs } from './voice-knobs.js';

const OPUS = 0x78;
const VIDEO = 101;
const SENDER_REPORT = 200;

/** Header in the clear, and what is to be encrypted. */
export interface RtpParts {
  readonly header: Buffer;
  readonly body: Buffer;
}

/** Builds the packet of some audio. */
export function rtpFrame(
  { sequence, timestamp, ssrc, frame }: MediaPacket,
  knobs: VoiceKnobs,
  payloadType = OPUS,
): RtpParts {
  const { contributingSources: sources, extensionWords: words, padsPackets } = knobs;
  const fixed = Buffer.alloc(12);
  fixed[0] = 0x80 | sources | (words > 0 ? 0x10 : 0) | (padsPackets ? 0x20 : 0);
  fixed[1] = payloadType;
  fixed.writeUInt16BE(sequence, 2);
  fixed.writeUInt32BE(timestamp, 4);
  fixed.writeUInt32BE(ssrc, 8);
  const contributors = Buffer.alloc(4 * sources, 0x11);
  const preamble = words > 0 ? Buffer.from([0xbe, 0xde, 0, words]) : Buffer.alloc(0);
  const extension = Buffer.alloc(4 * words, 0x51);
  const length = padsPackets ? 1 + (sequence % 7) : 0;
  const padding = Buffer.alloc(length, length);
  return {
    header: Buffer.concat([fixed, contributors, preamble]),
    body: Buffer.concat([extension, frame, padding]),
  };
}

/** Packet of video, which a client that only hears must pass over. */
export function videoFrame(packet: MediaPacket, knobs: VoiceKnobs): RtpParts {
  return rtpFrame({ ...packet, frame: Buffer.alloc(40, 0x42) }, knobs, VIDEO);
}

/** Sender report of RTCP. */
export function senderReport(ssrc: number): RtpParts {
  const header = Buffer.from([0x80, SENDER_REPORT, 0, 6, 0, 0, 0, 0]);
  header.writeUInt32BE(ssrc, 4);
  return { header, body: Buffer.alloc(20) };
}

/** Bytes of a client's header that are in the clear. */
export function clearLength(packet: Buffer): number {
  const first = packet[0] ?? 0;
  return 12 + 4 * (first & 0x0f) + (first & 0x10 ? 4 : 0);
}
