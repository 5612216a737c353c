import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import { Button } from '../components/button.js';
import type { ButtonContext } from '../components/button-context.js';
import type { ComponentEmoji } from '../components/button-style.js';
import { Select } from '../components/select.js';
import type { SelectChoice } from '../components/select-choice.js';
import type { SelectContext } from '../components/select-context.js';
import type { ViewLayout } from '../views/view.js';
import type { OwnedViewOptions } from './owned-view.js';
import { OwnedView } from './owned-view.js';

/** One thing to choose. */
export interface MenuEntry<Value> {
  /** At most 100 characters. */
  readonly label: string;
  /** What `choice()` gives. */
  readonly value: Value;
  /** Line under the label, at most 100 characters. */
  readonly description?: string;
  /** Emoji before the label. */
  readonly emoji?: ComponentEmoji;
}

/** Options of a menu. */
export interface MenuOptions extends OwnedViewOptions {
  /** Text while nothing is chosen, at most 150 characters. */
  readonly placeholder?: string;
}

const PAGE_SIZE = 25;

/*
 * Members that decorators read are `private` and not `#private`: swc and Bun put decorators outside the class body.
 */
/**
 * Choice of one entry of a list of any length; values may be anything.
 *
 * @example
 * ```ts
 * const entries = [...bot.guilds].map((guild) => ({ label: guild.name, value: guild }));
 * const menu = new Menu('Which server?', entries);
 * await ctx.reply(menu);
 * const guild = await menu.choice();
 * ```
 */
export class Menu<Value> extends OwnedView {
  readonly #question: string;
  readonly #entries: readonly MenuEntry<Value>[];
  private readonly options: MenuOptions;
  private page = 0;
  #chosen: number | undefined;

  /** @throws {InvalidComponentError} when there is nothing to choose. */
  constructor(question: string, entries: readonly MenuEntry<Value>[], options: MenuOptions = {}) {
    super(options);
    if (entries.length === 0) throw new InvalidComponentError('A menu needs at least one entry to choose.');
    this.#question = question;
    this.#entries = entries;
    this.options = options;
  }

  /** Resolves with the value that was chosen; `undefined` when none was in time. */
  async choice(): Promise<Value | undefined> {
    await this.wait();
    return this.#chosen === undefined ? undefined : this.#entries[this.#chosen]?.value;
  }

  override render(): ViewLayout {
    return { content: this.#question };
  }

  /** Takes what was chosen. @internal */
  @Select.string({
    options: (view: Menu<unknown>) => view.shown(),
    placeholder: (view: Menu<unknown>) => view.options.placeholder ?? 'Choose …',
  })
  async choose(ctx: SelectContext, [index]: string[]): Promise<void> {
    this.#chosen = Number(index);
    await ctx.update(this.disableAll());
    this.stop();
  }

  /** Turns back. @internal */
  @Button({
    label: '‹',
    disabled: (view: Menu<unknown>) => view.page === 0,
    hidden: (view) => view.pageCount === 1,
  })
  async previous(ctx: ButtonContext): Promise<void> {
    this.page -= 1;
    await ctx.update(this);
  }

  /** Turns on. @internal */
  @Button({
    label: '›',
    disabled: (view: Menu<unknown>) => view.page >= view.pageCount - 1,
    hidden: (view) => view.pageCount === 1,
  })
  async next(ctx: ButtonContext): Promise<void> {
    this.page += 1;
    await ctx.update(this);
  }

  private get pageCount(): number {
    return Math.ceil(this.#entries.length / PAGE_SIZE);
  }

  private shown(): SelectChoice[] {
    const first = this.page * PAGE_SIZE;
    return this.#entries.slice(first, first + PAGE_SIZE).map(({ description, emoji, label }, offset) => ({
      value: String(first + offset),
      label,
      default: first + offset === this.#chosen,
      ...(description === undefined ? {} : { description }),
      ...(emoji === undefined ? {} : { emoji }),
    }));
  }
}
