/** One page of a list: its items, and whether Discord says there are more. */
export interface Page<T> {
  /** Items of the page. */
  readonly items: readonly T[];
  /** Whether another page follows. */
  readonly hasMore: boolean;
}

/** What is asked of one page; the first one has no cursor. */
export type PageQuery<K extends string> = { readonly limit: number } & { readonly [P in K]?: string };

/** How a list is read page by page. */
export interface PageSource<T, K extends string> {
  /** Query key of the cursor: `after` or `before`. */
  readonly by: K;
  /** Most items of one page. */
  readonly pageSize: number;
  /** Fetches one page. A bare array that is shorter than asked for is the last page. */
  fetch(page: PageQuery<K>): Promise<readonly T[] | Page<T>>;
  /** Cursor of the page after this item. */
  cursorOf(last: T): string | undefined;
}

/**
 * Items that are fetched when they are read, page by page.
 *
 * Nothing is requested before the first item is asked for, and nothing beyond the last one. Reading twice fetches twice.
 *
 * @example
 * ```ts
 * for await (const member of rest.members.iterate(guildId)) console.log(member.user.username);
 * const bots = await rest.members.iterate(guildId).filter((m) => m.user.bot === true).take(10).toArray();
 * ```
 */
export class LazyList<T> implements AsyncIterable<T> {
  readonly #open: (limit: number) => AsyncGenerator<T>;
  readonly #limit: number;

  /** `open` is told how many items will be read at most. */
  constructor(open: (limit: number) => AsyncGenerator<T>, limit: number = Number.POSITIVE_INFINITY) {
    this.#open = open;
    this.#limit = limit;
  }

  /** Reads the items from the first on, page by page. */
  [Symbol.asyncIterator](): AsyncGenerator<T> {
    return this.#open(this.#limit);
  }

  /** Not more than so many items; a page that would be too large is made smaller. */
  take(count: number): LazyList<T> {
    const limit = Math.max(0, Math.min(count, this.#limit));
    return new LazyList(
      (asked) => takeFrom(this.#open(Math.min(asked, limit)), Math.min(asked, limit)),
      limit,
    );
  }

  /** Only the items that pass. */
  filter<S extends T>(predicate: (item: T) => item is S): LazyList<S>;
  filter(predicate: (item: T) => boolean): LazyList<T>;
  filter(predicate: (item: T) => boolean): LazyList<T> {
    return new LazyList(() => filterFrom(this, predicate));
  }

  /** Items up to the first that does not pass. */
  takeWhile(predicate: (item: T) => boolean): LazyList<T> {
    return new LazyList((limit) => takeWhileFrom(this.#open(limit), predicate), this.#limit);
  }

  /** Another value for each item. */
  map<U>(transform: (item: T) => U): LazyList<U> {
    return new LazyList((limit) => mapFrom(this.#open(limit), transform), this.#limit);
  }

  /** First item, or `undefined` if there is none. */
  async first(): Promise<T | undefined> {
    for await (const item of this.take(1)) return item;
    return undefined;
  }

  /** All items; mind how many there may be. */
  async toArray(): Promise<T[]> {
    const items: T[] = [];
    for await (const item of this) items.push(item);
    return items;
  }
}

/** Makes a list of a source of pages. */
export function listPages<T, K extends string>(source: PageSource<T, K>): LazyList<T> {
  return new LazyList((limit) => readPages(source, limit));
}

async function* readPages<T, K extends string>(source: PageSource<T, K>, limit: number): AsyncGenerator<T> {
  let left = limit;
  let cursor: string | undefined;
  while (left > 0) {
    const asked = Math.min(source.pageSize, left);
    const query = cursor === undefined ? { limit: asked } : { limit: asked, [source.by]: cursor };
    const answer = await source.fetch(query as PageQuery<K>);
    const page: Page<T> = 'hasMore' in answer ? answer : { items: answer, hasMore: answer.length >= asked };
    yield* page.items;
    left -= page.items.length;
    const last = page.items.at(-1);
    if (!page.hasMore || last === undefined) return;
    cursor = source.cursorOf(last);
    if (cursor === undefined) return;
  }
}

async function* takeFrom<T>(items: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  if (count <= 0) return;
  let left = count;
  for await (const item of items) {
    yield item;
    if (--left <= 0) return;
  }
}

async function* takeWhileFrom<T>(
  items: AsyncGenerator<T>,
  predicate: (item: T) => boolean,
): AsyncGenerator<T> {
  for await (const item of items) {
    if (!predicate(item)) return;
    yield item;
  }
}

async function* filterFrom<T>(items: AsyncIterable<T>, predicate: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of items) if (predicate(item)) yield item;
}

async function* mapFrom<T, U>(items: AsyncIterable<T>, transform: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield transform(item);
}
