import { VoiceDependencyError } from '../errors/voice-dependency-error.js';
import { AesGcmCipher } from './crypto/aes-gcm-cipher.js';
import { supportedModes } from './crypto/choose-mode.js';
import type { TransportCipherMaker } from './crypto/transport-cipher.js';
import type { DaveEngine, DaveKeyPair } from './dave/dave-engine.js';
import { DaveyEngine } from './dave/davey-engine.js';

/** Packages of voice that are heavy, loaded. */
export interface VoiceParts {
  readonly createCipher: TransportCipherMaker;
  readonly dave: { readonly engine: DaveEngine; readonly keyPair: DaveKeyPair } | undefined;
  /** Why end-to-end encryption is not there. */
  readonly daveError: unknown;
}

/** Loads the ciphers and the engine of end-to-end encryption; calls that demand the latter fail without it. */
export async function loadVoiceParts(chosen?: DaveEngine): Promise<VoiceParts> {
  const { XChaChaCipher } = await import('./crypto/xchacha-cipher.js').catch((cause: unknown) => {
    throw new VoiceDependencyError('@noble/ciphers', 'transport encryption', { cause });
  });
  const createCipher: TransportCipherMaker = (mode, key) =>
    mode === 'aead_aes256_gcm_rtpsize' ? new AesGcmCipher(key) : new XChaChaCipher(key);
  try {
    const engine = chosen ?? (await DaveyEngine.load());
    return { createCipher, dave: { engine, keyPair: engine.createKeyPair() }, daveError: undefined };
  } catch (daveError) {
    return { createCipher, dave: undefined, daveError };
  }
}

/** Whether the fast cipher of the processor is there. */
export function hasAesGcm(): boolean {
  return supportedModes().includes('aead_aes256_gcm_rtpsize');
}
