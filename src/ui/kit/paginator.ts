import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ViewButtonOptions } from '../components/button.js';
import { Button } from '../components/button.js';
import type { ButtonContext } from '../components/button-context.js';
import type { ComponentContext } from '../components/component-context.js';
import { Select } from '../components/select.js';
import type { SelectChoice } from '../components/select-choice.js';
import type { SelectContext } from '../components/select-context.js';
import { Input } from '../modals/input.js';
import { Modal } from '../modals/modal.js';
import type { ViewLayout } from '../views/view.js';
import type { OwnedViewOptions } from './owned-view.js';
import { OwnedView } from './owned-view.js';
import type { PaginatorPages, ReadPage } from './page.js';
import type { PageBook, PageEntry } from './page-book.js';
import { toBooks } from './page-book.js';
import type { PageButtonLook, PaginatorButtonName, PagingOptions } from './page-buttons.js';
import { lookOfButton } from './page-buttons.js';
import type { PageGroup } from './page-group.js';

/** Options of a paginator. */
export interface PaginatorOptions extends OwnedViewOptions, PagingOptions {
  /** What the menu of pages says. @defaultValue 'Go to …' */
  readonly menuPlaceholder?: string;
  /** What the menu of groups says. @defaultValue 'Show …' */
  readonly groupPlaceholder?: string;
  /** What stands there when there are no pages. @defaultValue 'There is nothing to show.' */
  readonly emptyText?: string;
}

@Modal('Go to page', { id: 'paginator-jump' })
class JumpToPage {
  @Input.text('Page', { maxLength: 6 }) page!: string;
}

/*
 * Members that decorators read are `private` and not `#private`: swc and Bun put decorators outside the class body.
 */
/**
 * Pages with buttons to turn them: first, previous, a number that jumps, next, last; with groups, a menu of them.
 *
 * A page is a text, an embed or several, a layout, or a `MessagePage` with files; a function is asked each time somebody turns
 * to its page. For more buttons, derive from it and add `@Button` methods.
 *
 * @example
 * ```ts
 * await ctx.reply(new Paginator(['one', 'two', 'three'], { timeoutMs: 60_000 }));
 * ```
 */
export class Paginator extends OwnedView {
  private readonly options: PaginatorOptions;
  private books: readonly PageBook[];
  private book: PageBook;
  /** Whether the message is made of components alone, for there is no way back from that. */
  #isLayout = false;

  private static button(name: PaginatorButtonName): ViewButtonOptions<Paginator> {
    return {
      label: (view) => view.lookOf(name).label,
      emoji: (view) => view.lookOf(name).emoji,
      style: (view) => view.lookOf(name).style ?? 'secondary',
      disabled: (view) => view.lookOf(name).isDisabled,
      hidden: (view) => view.lookOf(name).isHidden,
    };
  }

  /** @throws {InvalidComponentError} when there are more than 25 groups, several to begin with, or pages between them. */
  constructor(pages: PaginatorPages | readonly PageGroup[], options: PaginatorOptions = {}) {
    super(options);
    this.options = options;
    this.books = toBooks(pages, options);
    this.book = this.#firstBook();
  }

  /** Index of the page that is shown, from 0; with groups, within its group. */
  get index(): number {
    return this.book.index;
  }

  /** How many pages there are; `undefined` while the source may have more. */
  get total(): number | undefined {
    return this.book.total;
  }

  /** Group that is shown; `undefined` when there are none. */
  get group(): PageGroup | undefined {
    return this.book.group;
  }

  /** Turns to a page, from 0; beyond the last, to the last. Show it by `ctx.update(paginator)` or `refresh()`. */
  async goTo(index: number): Promise<this> {
    await this.book.turnTo(index);
    return this;
  }

  /**
   * Opens a group, given by itself or by its label, at the page where it was left.
   *
   * @throws {InvalidComponentError} when there is no such group.
   */
  goToGroup(group: PageGroup | string): this {
    const found = this.books.find((book) => book.group === group || book.group?.options.label === group);
    if (!found) {
      const labels = this.books.flatMap((book) => (book.group ? [`"${book.group.options.label}"`] : []));
      const wanted = typeof group === 'string' ? group : group.options.label;
      throw new InvalidComponentError(
        `The paginator has no group "${wanted}"; it has ${labels.join(', ') || 'none'}.`,
      );
    }
    this.book = found;
    return this;
  }

  /** Puts other pages in the place of those that it has. Show them by `ctx.update(paginator)` or `refresh()`. */
  setPages(pages: PaginatorPages | readonly PageGroup[]): this {
    this.books = toBooks(pages, this.options);
    this.book = this.#firstBook();
    return this;
  }

  override async render(): Promise<ViewLayout> {
    const page = await this.book.look();
    return this.#toLayout(page ?? emptyPage(this.options.emptyText ?? 'There is nothing to show.'));
  }

  /** Turns to the first page. @internal */
  @Button(Paginator.button('first'))
  async first(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, 0);
  }

  /** Turns back. @internal */
  @Button(Paginator.button('previous'))
  async previous(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, this.book.isAtStart ? Number.MAX_SAFE_INTEGER : this.index - 1);
  }

  /** Asks which page to turn to. @internal */
  @Button(Paginator.button('indicator'))
  async jump(ctx: ButtonContext): Promise<void> {
    const answer = await ctx.ask(JumpToPage, { values: { page: String(this.index + 1) } });
    if (!answer) return;
    const page = Number(answer.values.page);
    if (Number.isInteger(page) && page > 0) await this.goTo(page - 1);
    await answer.ctx.update(this);
  }

  /** Turns on. @internal */
  @Button(Paginator.button('next'))
  async next(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, this.book.isAtEnd ? 0 : this.index + 1);
  }

  /** Turns to the last page. @internal */
  @Button(Paginator.button('last'))
  async last(ctx: ButtonContext): Promise<void> {
    await this.#turn(ctx, Number.MAX_SAFE_INTEGER);
  }

  /** Turns to another group. @internal */
  @Select.string({
    options: (view: Paginator) => view.groupEntries(),
    placeholder: (view) => view.options.groupPlaceholder ?? 'Show …',
    hidden: (view) => view.books.length === 1,
  })
  async groups(ctx: SelectContext, [index]: string[]): Promise<void> {
    this.book = this.books[Number(index)]!;
    await ctx.update(this);
  }

  /** Turns to the page that was chosen. @internal */
  @Select.string({
    options: (view: Paginator) => view.pageEntries(),
    placeholder: (view) => view.options.menuPlaceholder ?? 'Go to …',
    hidden: (view) => !view.book.options.menu || view.book.isSingle,
  })
  async menu(ctx: SelectContext, [page]: string[]): Promise<void> {
    await this.#turn(ctx, Number(page));
  }

  private lookOf(name: PaginatorButtonName): PageButtonLook {
    return lookOfButton(name, this.book);
  }

  private pageEntries(): PageEntry[] {
    return this.book.entries();
  }

  private groupEntries(): SelectChoice[] {
    return this.books.map(({ group }, index) => {
      const { description, emoji, label } = group!.options;
      return {
        value: String(index),
        label,
        default: this.books[index] === this.book,
        ...(description === undefined ? {} : { description }),
        ...(emoji === undefined ? {} : { emoji }),
      };
    });
  }

  #firstBook(): PageBook {
    return this.books.find(({ group }) => group?.options.default) ?? this.books[0]!;
  }

  /** Texts become part of the layout once the message is one. */
  #toLayout({ components, content, isLayout, ...rest }: ReadPage): ViewLayout {
    this.#isLayout ||= isLayout;
    if (!this.#isLayout) return { ...rest, content, components };
    return { ...rest, components: [...(content === '' ? [] : [content]), ...components] };
  }

  async #turn(ctx: ComponentContext, index: number): Promise<void> {
    await this.goTo(index);
    await ctx.update(this);
  }
}

function emptyPage(content: string): ReadPage {
  return { content, embeds: [], components: [], isLayout: false };
}
