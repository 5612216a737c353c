/**
 * Encryption between the bot and the voice server: the payload of every RTP packet, with the header authenticated.
 *
 * Both modes are AEADs whose nonce is a counter of 32 bits; the counter goes along at the end of the packet. It must
 * never repeat under one key, so a cipher owns its counter, and a new session brings a new key and a new cipher.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections#transport-encryption-and-sending-voice
 */

/** How RTP packets are encrypted on the way to the voice server. */
export type EncryptionMode = 'aead_aes256_gcm_rtpsize' | 'aead_xchacha20_poly1305_rtpsize';

/** Modes of encryption, best first. */
export const ENCRYPTION_MODES: readonly EncryptionMode[] = [
  'aead_aes256_gcm_rtpsize',
  'aead_xchacha20_poly1305_rtpsize',
];

/** Bytes of the authentication tag. */
export const TAG_LENGTH = 16;
/** Bytes of the counter at the end of a packet. */
export const COUNTER_LENGTH = 4;

/** Seals what the bot sends and opens what it receives, under the key of one voice session. */
export interface TransportCipher {
  readonly mode: EncryptionMode;
  /** Makes the packet `header | ciphertext | tag | counter`; the header stays readable and is authenticated. */
  seal(header: Uint8Array, payload: Uint8Array): Buffer;
  /** Payload of a packet whose first `headerLength` bytes are in the clear; `undefined` when it is forged or damaged. */
  open(packet: Buffer, headerLength: number): Buffer | undefined;
}

/** Makes the cipher of a session. */
export type TransportCipherMaker = (mode: EncryptionMode, key: Uint8Array) => TransportCipher;
