import type { ComponentEmoji } from '../components/button-style.js';
import type { PaginatorPages } from './page.js';
import type { PagingOptions } from './page-buttons.js';

/** Options of a group of pages; how its pages are turned may differ from the paginator's own options. */
export interface PageGroupOptions extends PagingOptions {
  /** Name in the menu of groups, at most 100 characters. */
  readonly label: string;
  /** Line under the name, at most 100 characters. */
  readonly description?: string;
  /** Emoji before the name. */
  readonly emoji?: ComponentEmoji;
  /** Whether the paginator begins with it; otherwise with the first group. */
  readonly default?: boolean;
}

/**
 * Pages under a name: a paginator of several groups has a menu to choose between them, and finds each at the page where
 * it was left.
 *
 * @example
 * ```ts
 * new Paginator([
 *   new PageGroup(['red', 'blue'], { label: 'Colours', emoji: '🎨' }),
 *   new PageGroup(['apple', 'pear'], { label: 'Fruit', description: 'Fresh today', loop: true }),
 * ]);
 * ```
 */
export class PageGroup {
  constructor(
    /** Pages of the group. */
    readonly pages: PaginatorPages,
    /** Name of the group, and how its pages are turned. */
    readonly options: PageGroupOptions,
  ) {}
}
