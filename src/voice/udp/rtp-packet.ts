/**
 * RTP as Discord uses it: what lies in the clear, and what has to come off before the Opus frame is there.
 *
 * In the clear are the fixed header, the list of contributing sources and the first four bytes of the extension (its
 * profile and length). The body of the extension, the frame and the padding are encrypted together, in this order.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3550#section-5.1
 */

const VERSION_2 = 0x80;
const OPUS_PAYLOAD_TYPE = 0x78;
const FIXED_HEADER = 12;

/** Fields of a packet's header that is readable before decryption. */
export interface RtpHeader {
  readonly ssrc: number;
  readonly sequence: number;
  readonly timestamp: number;
  /** Bytes that are in the clear and authenticated. */
  readonly length: number;
  /** Bytes of extension body at the start of the decrypted payload. */
  readonly extensionLength: number;
  readonly hasPadding: boolean;
}

/** Header of an audio packet; `undefined` when it is RTCP, video, or no RTP at all. */
export function readRtpHeader(packet: Buffer): RtpHeader | undefined {
  if (packet.length <= FIXED_HEADER) return undefined;
  const first = packet[0]!;
  if ((first & 0xc0) !== VERSION_2 || (packet[1]! & 0x7f) !== OPUS_PAYLOAD_TYPE) return undefined;
  const sourcesEnd = FIXED_HEADER + 4 * (first & 0x0f);
  const hasExtension = (first & 0x10) !== 0;
  const length = sourcesEnd + (hasExtension ? 4 : 0);
  if (packet.length < length) return undefined;
  return {
    ssrc: packet.readUInt32BE(8),
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    length,
    extensionLength: hasExtension ? 4 * packet.readUInt16BE(sourcesEnd + 2) : 0,
    hasPadding: (first & 0x20) !== 0,
  };
}

/** Frame in a decrypted payload: without padding, then without extension; `undefined` when nothing is left. */
export function stripRtpPayload(payload: Buffer, header: RtpHeader): Buffer | undefined {
  let end = payload.length;
  if (header.hasPadding) {
    const padding = payload[end - 1] ?? 0;
    if (padding === 0 || padding > end) return undefined;
    end -= padding;
  }
  return end > header.extensionLength ? payload.subarray(header.extensionLength, end) : undefined;
}

/** Writes the header of an outgoing audio packet. */
export function writeRtpHeader(into: Buffer, sequence: number, timestamp: number, ssrc: number): void {
  into[0] = VERSION_2;
  into[1] = OPUS_PAYLOAD_TYPE;
  into.writeUInt16BE(sequence, 2);
  into.writeUInt32BE(timestamp, 4);
  into.writeUInt32BE(ssrc, 8);
}

/** Bytes of the header of an outgoing packet. */
export const RTP_HEADER_LENGTH = FIXED_HEADER;
