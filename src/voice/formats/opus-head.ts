import { InvalidAudioError } from '../../errors/invalid-audio-error.js';

/** What an Opus stream says of itself, in Ogg's first packet and in WebM's CodecPrivate. */
export interface OpusHead {
  readonly channels: number;
  /** Samples of 48 kHz at the beginning that are not to be heard. */
  readonly preSkip: number;
  /** Rate of what was encoded; what is decoded is 48 kHz all the same. */
  readonly inputRate: number;
}

const MAGIC = Buffer.from('OpusHead');
const LENGTH = 19;

/** Whether a packet is this header. */
export function isOpusHead(packet: Buffer): boolean {
  return packet.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Reads the header.
 * @throws {InvalidAudioError} for a future version, and for surround sound, whose packets are several in one.
 * @see https://www.rfc-editor.org/rfc/rfc7845#section-5.1
 */
export function readOpusHead(packet: Buffer, format: 'ogg' | 'webm'): OpusHead {
  if (packet.length < LENGTH || !isOpusHead(packet))
    throw new InvalidAudioError(format, 'the Opus header is incomplete');
  const channels = packet[9]!;
  if (packet[8]! >= 16) throw new InvalidAudioError(format, `Opus header of version ${packet[8]! >> 4}`);
  if (channels !== 1 && channels !== 2)
    throw new InvalidAudioError(format, `Opus with ${channels} channels cannot be sent as it is`);
  return { channels, preSkip: packet.readUInt16LE(10), inputRate: packet.readUInt32LE(12) };
}

/** Writes the header of a stereo stream. */
export function writeOpusHead(preSkip = 0): Buffer {
  const packet = Buffer.alloc(LENGTH);
  MAGIC.copy(packet);
  packet[8] = 1;
  packet[9] = 2;
  packet.writeUInt16LE(preSkip, 10);
  packet.writeUInt32LE(48_000, 12);
  return packet;
}
