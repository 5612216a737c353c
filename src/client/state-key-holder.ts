import { NotReadyError } from '../errors/not-ready-error.js';
import { checkStateKey, deriveStateKey } from '../ui/state/state-seal.js';
import type { Secret } from '../utils/secret.js';

/** Key that signs state in custom ids: the given one, or one derived from the token as soon as that is known. */
export class StateKeyHolder {
  #key: Uint8Array | undefined;
  readonly #isGiven: boolean;

  /** @throws {InvalidOptionError} when the given key has not 32 bytes. */
  constructor(given?: Uint8Array) {
    if (given !== undefined) checkStateKey(given);
    this.#key = given;
    this.#isGiven = given !== undefined;
  }

  /** Derives the key, unless one was given. */
  useToken(token: Secret): void {
    if (!this.#isGiven) this.#key = deriveStateKey(token.reveal());
  }

  /** @throws {NotReadyError} before there is a token. */
  get(): Uint8Array {
    if (this.#key) return this.#key;
    throw new NotReadyError(
      'State of views is signed with a key derived from the token. Await bot.start(token) before sending views, or give stateKey.',
    );
  }
}
