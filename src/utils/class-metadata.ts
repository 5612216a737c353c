/**
 * Where decorators write and scanners read: one list of entries per class and kind, inherited from base classes.
 *
 * The list hangs on the class itself under a global symbol, so it is collected with the class, two copies of the
 * package agree on it, and nothing is kept in module state.
 */
export class ClassMetadata<Entry> {
  readonly #key: symbol;

  constructor(kind: string) {
    this.#key = Symbol.for(`cogwork.metadata.${kind}`);
  }

  /** Appends an entry to `target`'s own list. */
  add(target: object, entry: Entry): void {
    const own = this.#own(target);
    if (own) own.push(entry);
    else Object.defineProperty(target, this.#key, { value: [entry], enumerable: false });
  }

  /** Entries of the class, those of its base classes first, each in the order it was written. */
  of(target: object): readonly Entry[] {
    const chain: Entry[][] = [];
    for (let at: object | null = target; at && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
      const own = this.#own(at);
      if (own) chain.unshift(own);
    }
    return chain.flat();
  }

  /** Entries of the class alone, without those of its base classes. */
  ofClass(target: object): readonly Entry[] {
    return this.#own(target) ?? [];
  }

  #own(target: object): Entry[] | undefined {
    return Object.hasOwn(target, this.#key) ? (target as Record<symbol, Entry[]>)[this.#key] : undefined;
  }
}
