import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { PaginatorPage, PaginatorPages, ReadPage } from './page.js';
import { checkFiles, readPage, titleOf } from './page.js';
import type { PagingOptions } from './page-buttons.js';
import { PageGroup } from './page-group.js';
import { PageList } from './page-list.js';

const MOST_GROUPS = 25;
const MENU_SIZE = 25;

/** Entry of the menu of pages. */
export interface PageEntry {
  readonly value: string;
  readonly label: string;
  readonly default: boolean;
}

/** Pages of one group with the place where they are open. */
export class PageBook {
  readonly group: PageGroup | undefined;
  readonly options: PagingOptions;
  readonly #pages: PageList<PaginatorPage>;
  /** Page that is open, once it was looked at; a page that is a function is not asked again before it is turned to. */
  #open: ReadPage | undefined;
  #at: number;

  constructor(pages: PaginatorPages, options: PagingOptions, group?: PageGroup) {
    this.#pages = new PageList(pages);
    this.options = options;
    this.group = group;
    this.#at = options.startPage ?? 0;
    for (const page of this.#pages.known) checkFiles(page);
  }

  /** Index of the open page, from 0. */
  get index(): number {
    return this.#at;
  }

  /** How many pages there are; `undefined` while the source may have more. */
  get total(): number | undefined {
    return this.#pages.total;
  }

  get isAtStart(): boolean {
    return this.#at === 0;
  }

  get isAtEnd(): boolean {
    return this.total !== undefined && this.#at >= this.total - 1;
  }

  get isSingle(): boolean {
    return this.total !== undefined && this.total <= 1;
  }

  /** Turns to a page; beyond the last, to the last. */
  async turnTo(index: number): Promise<void> {
    await this.#pages.takeUntil(index + 1);
    this.#at = Math.max(0, Math.min(index, this.#pages.known.length - 1));
    this.#open = undefined;
  }

  /** Page that is open; `undefined` when there is none. */
  async look(): Promise<ReadPage | undefined> {
    if (this.#open) return this.#open;
    await this.turnTo(this.#at);
    const page = this.#pages.known[this.#at];
    if (page === undefined) return undefined;
    checkFiles(page);
    this.#open = readPage(typeof page === 'function' ? await page() : page);
    return this.#open;
  }

  /** Menu of the pages around the open one. */
  entries(): PageEntry[] {
    const first = Math.max(0, Math.min(this.#at - 12, this.#pages.known.length - MENU_SIZE));
    return this.#pages.known.slice(first, first + MENU_SIZE).map((page, offset) => ({
      value: String(first + offset),
      label: titleOf(page, first + offset),
      default: first + offset === this.#at,
    }));
  }
}

/**
 * One book for each group, or one for pages without groups.
 *
 * @throws {InvalidComponentError} when there are more than 25 groups, several to begin with, or pages between them.
 */
export function toBooks(
  pages: PaginatorPages | readonly PageGroup[],
  options: PagingOptions,
): readonly PageBook[] {
  const isList: unknown = typeof pages === 'object' && pages !== null;
  if (!isList || !(Symbol.iterator in pages || Symbol.asyncIterator in pages)) {
    throw new InvalidComponentError(`A paginator takes a list of pages, and was given ${String(pages)}.`);
  }
  const groups = Array.isArray(pages) ? pages.filter((page) => page instanceof PageGroup) : [];
  if (groups.length === 0) return [new PageBook(pages as PaginatorPages, options)];
  if (groups.length < (pages as readonly unknown[]).length) {
    throw new InvalidComponentError(
      'A paginator takes pages or groups of pages, not both: put the pages into a group.',
    );
  }
  if (groups.length > MOST_GROUPS) {
    throw new InvalidComponentError(
      `A paginator has ${groups.length} groups; its menu takes ${MOST_GROUPS}.`,
    );
  }
  const firsts = groups.filter((group) => group.options.default);
  if (firsts.length > 1) {
    const labels = firsts.map(({ options: { label } }) => `"${label}"`).join(' and ');
    throw new InvalidComponentError(`A paginator begins with one group, and ${labels} are both the default.`);
  }
  return groups.map((group) => new PageBook(group.pages, { ...options, ...group.options }, group));
}
