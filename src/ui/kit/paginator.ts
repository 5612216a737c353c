import type { APIEmbed } from 'discord-api-types/v10';
import { Button } from '../components/button.js';
import type { ButtonContext } from '../components/button-context.js';
import type { ComponentContext } from '../components/component-context.js';
import { Select } from '../components/select.js';
import type { SelectContext } from '../components/select-context.js';
import type { LayoutPart } from '../layout/layout-part.js';
import { Input } from '../modals/input.js';
import { Modal } from '../modals/modal.js';
import type { ViewLayout } from '../views/view.js';
import type { OwnedViewOptions } from './owned-view.js';
import { OwnedView } from './owned-view.js';
import { PageList } from './page-list.js';

/** One page: a text, an embed, several parts of a message, or a layout. */
export type PaginatorPage =
  | string
  | APIEmbed
  | { toJSON(): APIEmbed }
  | { readonly content?: string; readonly embeds?: readonly object[]; readonly title?: string }
  | readonly (string | LayoutPart)[];

/** Options of a paginator. */
export interface PaginatorOptions extends OwnedViewOptions {
  /** Page to begin with, from 0. */
  readonly startPage?: number;
  /** Whether the last page is followed by the first. */
  readonly loop?: boolean;
  /** Whether a menu of the pages is shown; of 25 around the present one. */
  readonly menu?: boolean;
  /** Whether the number of the page opens a modal to jump to another. @defaultValue true */
  readonly jump?: boolean;
  /** Labels, where others are wanted. */
  readonly labels?: Partial<PaginatorLabels>;
}

/** Words and signs of a paginator. */
export interface PaginatorLabels {
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly menu: string;
}

const LABELS: PaginatorLabels = { first: '«', previous: '‹', next: '›', last: '»', menu: 'Go to …' };
const MENU_SIZE = 25;

@Modal('Go to page', { id: 'paginator-jump' })
class JumpToPage {
  @Input.text('Page', { maxLength: 6 }) page!: string;
}

/*
 * Members that decorators read are `private` and not `#private`: swc and Bun put decorators outside the class body.
 */
/**
 * Pages with buttons to turn them: first, previous, a number that jumps, next, last.
 *
 * @example
 * ```ts
 * await ctx.reply(new Paginator(['one', 'two', 'three'], { timeoutMs: 60_000 }));
 * ```
 */
export class Paginator extends OwnedView {
  readonly #pages: PageList<PaginatorPage>;
  private readonly options: PaginatorOptions;
  private readonly labels: PaginatorLabels;
  private at: number;

  constructor(pages: Iterable<PaginatorPage> | AsyncIterable<PaginatorPage>, options: PaginatorOptions = {}) {
    super(options);
    this.#pages = new PageList(pages);
    this.options = options;
    this.labels = { ...LABELS, ...options.labels };
    this.at = options.startPage ?? 0;
  }

  /** Index of the page that is shown, from 0. */
  get index(): number {
    return this.at;
  }

  /** How many pages there are; `undefined` while the source may have more. */
  get total(): number | undefined {
    return this.#pages.total;
  }

  /** Turns to a page, from 0; beyond the last, to the last. Show it by `ctx.update(paginator)` or `refresh()`. */
  async goTo(index: number): Promise<this> {
    await this.#pages.takeUntil(index + 1);
    this.at = Math.max(0, Math.min(index, this.#pages.known.length - 1));
    return this;
  }

  override async render(): Promise<ViewLayout> {
    await this.goTo(this.at);
    const page = await this.#pages.at(this.at);
    return page === undefined ? { content: 'There is nothing to show.' } : toLayout(page);
  }

  @Button({
    label: (view: Paginator) => view.labels.first,
    disabled: (view) => view.isAtStart,
    hidden: (view) => view.isSingle,
  })
  async first(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, 0);
  }

  @Button({
    label: (view: Paginator) => view.labels.previous,
    disabled: (view) => view.isAtStart && !view.loops,
    hidden: (view) => view.isSingle,
  })
  async previous(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, this.isAtStart ? Number.MAX_SAFE_INTEGER : this.at - 1);
  }

  @Button({
    label: (view: Paginator) => `${view.at + 1}/${view.total ?? '…'}`,
    disabled: (view) => view.options.jump === false,
    hidden: (view) => view.isSingle,
    style: 'primary',
  })
  async jump(ctx: ButtonContext): Promise<void> {
    const answer = await ctx.ask(JumpToPage, { values: { page: String(this.at + 1) } });
    if (!answer) return;
    const page = Number(answer.values.page);
    if (Number.isInteger(page) && page > 0) await this.goTo(page - 1);
    await answer.ctx.update(this);
  }

  @Button({
    label: (view: Paginator) => view.labels.next,
    disabled: (view) => view.isAtEnd && !view.loops,
    hidden: (view) => view.isSingle,
  })
  async next(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, this.isAtEnd ? 0 : this.at + 1);
  }

  @Button({
    label: (view: Paginator) => view.labels.last,
    disabled: (view) => view.isAtEnd,
    hidden: (view) => view.isSingle,
  })
  async last(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, Number.MAX_SAFE_INTEGER);
  }

  @Select.string({
    options: (view: Paginator) => view.menuOptions(),
    placeholder: (view) => view.labels.menu,
    hidden: (view) => !view.options.menu || view.isSingle,
  })
  async menu(ctx: SelectContext, [page]: string[]): Promise<void> {
    await this.#turn(ctx, Number(page));
  }

  private get isAtStart(): boolean {
    return this.at === 0;
  }

  private get isAtEnd(): boolean {
    return this.#pages.total !== undefined && this.at >= this.#pages.total - 1;
  }

  private get isSingle(): boolean {
    return this.#pages.total !== undefined && this.#pages.total <= 1;
  }

  private get loops(): boolean {
    return this.options.loop ?? false;
  }

  async #turn(ctx: ComponentContext, index: number): Promise<void> {
    await this.goTo(index);
    await ctx.update(this);
  }

  private menuOptions(): { value: string; label: string; default: boolean }[] {
    const first = Math.max(0, Math.min(this.at - 12, this.#pages.known.length - MENU_SIZE));
    return this.#pages.known.slice(first, first + MENU_SIZE).map((page, offset) => ({
      value: String(first + offset),
      label: titleOf(page, first + offset),
      default: first + offset === this.at,
    }));
  }
}

function toLayout(page: PaginatorPage): ViewLayout {
  if (typeof page === 'string') return { content: page, embeds: [] };
  if (Array.isArray(page)) return page as readonly (string | LayoutPart)[];
  if ('content' in page || 'embeds' in page) {
    return { content: page.content ?? '', embeds: page.embeds ?? [] };
  }
  return { content: '', embeds: [page] };
}

function titleOf(page: PaginatorPage, index: number): string {
  const title = typeof page === 'object' && 'title' in page ? page.title : undefined;
  return (title ?? `Page ${index + 1}`).slice(0, 100);
}
