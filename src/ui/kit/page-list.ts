/** Pages that are taken from their source only when they are looked at. */
export class PageList<Page> {
  readonly #pages: Page[] = [];
  #rest: AsyncIterator<Page> | Iterator<Page> | undefined;

  constructor(source: Iterable<Page> | AsyncIterable<Page>) {
    if (Array.isArray(source)) this.#pages = [...(source as Page[])];
    else
      this.#rest =
        Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  /** How many pages there are; `undefined` while the source may have more. */
  get total(): number | undefined {
    return this.#rest ? undefined : this.#pages.length;
  }

  /** Pages taken so far. */
  get known(): readonly Page[] {
    return this.#pages;
  }

  /** Page at an index, or the last when there are fewer. */
  async at(index: number): Promise<Page | undefined> {
    await this.takeUntil(index);
    return this.#pages[Math.min(index, this.#pages.length - 1)];
  }

  /** Takes pages until there is one at the index, or no more. */
  async takeUntil(index: number): Promise<void> {
    while (this.#rest && this.#pages.length <= index) {
      const { done, value } = await this.#rest.next();
      if (done) this.#rest = undefined;
      else this.#pages.push(value);
    }
  }
}
