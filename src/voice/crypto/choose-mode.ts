import { getCiphers } from 'node:crypto';
import { VoiceModeError } from '../../errors/voice-mode-error.js';
import type { EncryptionMode } from './transport-cipher.js';
import { ENCRYPTION_MODES } from './transport-cipher.js';

/** Modes that this process can do, best first. */
export function supportedModes(): EncryptionMode[] {
  const hasAes = getCiphers().includes('aes-256-gcm');
  return ENCRYPTION_MODES.filter((mode) => hasAes || mode !== 'aead_aes256_gcm_rtpsize');
}

/**
 * Best mode that both sides can do.
 *
 * @throws {VoiceModeError} when there is none.
 */
export function chooseMode(
  offered: readonly string[],
  supported: readonly EncryptionMode[] = supportedModes(),
): EncryptionMode {
  const chosen = supported.find((mode) => offered.includes(mode));
  if (!chosen) throw new VoiceModeError(offered, supported);
  return chosen;
}
