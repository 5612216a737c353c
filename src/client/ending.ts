/** End of something that lives: begins once, whoever asks first, and can be waited for. */
export class Ending {
  /** Resolves when the end has begun. */
  readonly whenBegun: Promise<void>;
  /** Resolves when the end is over, with the error that caused it, or `undefined`. */
  readonly whenOver: Promise<unknown>;
  #begun!: () => void;
  #over!: (failure: unknown) => void;
  #failure: unknown;
  #running: Promise<void> | undefined;

  constructor() {
    this.whenBegun = new Promise((resolve) => {
      this.#begun = resolve;
    });
    this.whenOver = new Promise((resolve) => {
      this.#over = resolve;
    });
  }

  get hasBegun(): boolean {
    return this.#running !== undefined;
  }

  /** Notes the error that is the reason for the end; only the first counts. */
  fail(failure: unknown): void {
    this.#failure ??= failure;
  }

  /** Runs `close` unless it has been run; every caller waits for the same run. */
  begin(close: () => Promise<void>): Promise<void> {
    this.#running ??= this.#run(close);
    return this.#running;
  }

  async #run(close: () => Promise<void>): Promise<void> {
    this.#begun();
    try {
      await close();
    } finally {
      this.#over(this.#failure);
    }
  }
}
