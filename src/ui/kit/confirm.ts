import { Button } from '../components/button.js';
import type { ButtonContext } from '../components/button-context.js';
import type { ButtonStyleName } from '../components/button-style.js';
import type { ViewLayout } from '../views/view.js';
import type { OwnedViewOptions } from './owned-view.js';
import { OwnedView } from './owned-view.js';

/** Options of a question. */
export interface ConfirmOptions extends OwnedViewOptions {
  /** Label of the button that says yes, at most 80 characters. @defaultValue 'Yes' */
  readonly confirmLabel?: string;
  /** Label of the button that says no, at most 80 characters. @defaultValue 'No' */
  readonly cancelLabel?: string;
  /** Style of the button that says yes. @defaultValue 'success' */
  readonly confirmStyle?: ButtonStyleName;
}

/*
 * Members that decorators read are `private` and not `#private`: swc and Bun put decorators outside the class body.
 */
/**
 * Question with a yes and a no.
 *
 * @example
 * ```ts
 * const question = new Confirm('Delete all of it?', { confirmStyle: 'danger' });
 * await ctx.reply(question);
 * if (await question.answer()) await deleteAll();
 * ```
 */
export class Confirm extends OwnedView {
  readonly #question: string;
  private readonly options: ConfirmOptions;
  #answer: boolean | undefined;

  constructor(question: string, options: ConfirmOptions = {}) {
    super(options);
    this.#question = question;
    this.options = options;
  }

  /** Resolves with the answer; `undefined` when there was none in time. */
  async answer(): Promise<boolean | undefined> {
    await this.wait();
    return this.#answer;
  }

  override render(): ViewLayout {
    return { content: this.#question };
  }

  /** Answers yes. @internal */
  @Button({
    label: (view: Confirm) => view.options.confirmLabel ?? 'Yes',
    style: (view: Confirm) => view.options.confirmStyle ?? 'success',
  })
  async confirm(ctx: ButtonContext): Promise<void> {
    await this.#settle(ctx, true);
  }

  /** Answers no. @internal */
  @Button({ label: (view: Confirm) => view.options.cancelLabel ?? 'No' })
  async cancel(ctx: ButtonContext): Promise<void> {
    await this.#settle(ctx, false);
  }

  async #settle(ctx: ButtonContext, answer: boolean): Promise<void> {
    this.#answer = answer;
    await ctx.update(this.disableAll());
    this.stop();
  }
}
