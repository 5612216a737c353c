/** End of something that lives: begins once, whoever asks first, and can be waited for. */
export class Ending {
  /** Resolves when the end has begun. */
  readonly whenBegun: Promise<void>;
  /** Resolves when the end is over, with the error that caused it, or `undefined`. */
  readonly whenOver: Promise<unknown>;
  readonly #close: () => Promise<void>;
  #begun!: () => void;
  #over!: (failure: unknown) => void;
  #failure: unknown;
  #running: Promise<void> | undefined;

  /** `close` is run once, by whatever begins the end. */
  constructor(close: () => Promise<void>) {
    this.#close = close;
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

  /** Begins the end because of an error; only the first one counts. */
  fail(failure: unknown): void {
    this.#failure ??= failure;
    void this.begin();
  }

  /** Begins the end unless it has begun; every caller waits for the same. */
  begin(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    this.#begun();
    try {
      await this.#close();
    } finally {
      this.#over(this.#failure);
    }
  }
}
