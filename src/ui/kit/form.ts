import type { InteractionContext, ModalContext } from '../../interactions/interaction-context.js';
import type { Constructor } from '../../types/type-tools.js';
import { Button } from '../components/button.js';
import type { ButtonContext } from '../components/button-context.js';
import type { ViewLayout } from '../views/view.js';
import { writeLiveId } from '../views/view-custom-id.js';
import { viewSession } from '../views/view-session.js';
import { OwnedView } from './owned-view.js';

/** Options of a form. */
export interface FormOptions {
  /** How long each step may take, in milliseconds. @defaultValue 900,000 */
  readonly timeoutMs?: number;
  /** What stands between two steps. */
  readonly progressText?: (done: number, total: number) => string;
  /** Label of the button that opens the next step. @defaultValue 'Continue' */
  readonly continueLabel?: string;
}

/** Instances of the classes of a form's steps. */
export type FormValues<Steps extends readonly Constructor[]> = {
  [Index in keyof Steps]: Steps[Index] extends Constructor<infer Values> ? Values : never;
};

const STEP_MS = 15 * 60_000;

/**
 * Several modals in a row. Discord lets no modal answer a modal, so a button stands between two steps, in a private
 * message; `ctx.update` of what `fill` gives changes that message, `ctx.reply` sends another.
 *
 * @example
 * ```ts
 * const filled = await new Form([Someone, Address]).fill(ctx);
 * if (filled) await filled.ctx.reply(`Thank you, ${filled.values[0].name}!`);
 * ```
 */
export class Form<const Steps extends readonly Constructor[]> {
  readonly #steps: Steps;
  readonly #options: FormOptions;

  constructor(steps: Steps, options: FormOptions = {}) {
    this.#steps = steps;
    this.#options = options;
  }

  /** Asks step by step, the first as the answer to `ctx`; `undefined` when a step was not finished in time. */
  async fill(
    ctx: InteractionContext,
  ): Promise<{ readonly values: FormValues<Steps>; readonly ctx: ModalContext } | undefined> {
    const { timeoutMs = STEP_MS } = this.#options;
    const values: object[] = [];
    let last: ModalContext | undefined;
    let view: NextStep | undefined;
    for (const step of this.#steps) {
      view = last && (await this.#showNext(last, step, values.length));
      const answer = view ? await view.answer() : await ctx.ask(step, { timeoutMs });
      if (!answer) return undefined;
      values.push(answer.values);
      last = answer.ctx;
    }
    if (!last) return undefined;
    if (view) this.#tidyAfter(ctx, last, view);
    return { values: values as unknown as FormValues<Steps>, ctx: last };
  }

  /** Takes the button away that led to the last step, unless the handler has done so. */
  #tidyAfter(ctx: InteractionContext, last: ModalContext, view: NextStep): void {
    ctx.atEnd(async () => {
      const { original, state } = last.responder;
      const isChanged = state === 'updated';
      if (isChanged && !view.isOn(original?.components)) return;
      await last.update({
        components: [],
        ...(isChanged ? {} : { content: this.#progress(this.#steps.length) }),
      });
    });
  }

  #progress(done: number): string {
    const { progressText = defaultProgress } = this.#options;
    return progressText(done, this.#steps.length);
  }

  async #showNext(ctx: ModalContext, step: Constructor, done: number): Promise<NextStep> {
    const { continueLabel = 'Continue', timeoutMs = STEP_MS } = this.#options;
    const view = new NextStep(step, timeoutMs, this.#progress(done), continueLabel);
    if (done > 1) await ctx.update(view);
    else await ctx.reply(view, { ephemeral: true }); // the message that the form was opened from is not its own
    return view;
  }
}

type StepAnswer = { readonly values: object; readonly ctx: ModalContext };

/** Button between two steps. */
class NextStep extends OwnedView {
  #answer: StepAnswer | undefined;

  constructor(
    private readonly step: Constructor,
    private readonly stepMs: number,
    private readonly text: string,
    private readonly label: string,
  ) {
    super({ timeoutMs: stepMs });
  }

  async answer(): Promise<StepAnswer | undefined> {
    await this.wait();
    return this.#answer;
  }

  /** Whether its button is among these components. */
  isOn(components: unknown): boolean {
    return JSON.stringify(components ?? []).includes(writeLiveId(this[viewSession].instanceId ?? '', 'open'));
  }

  override render(): ViewLayout {
    return { content: this.text };
  }

  @Button({ label: (view: NextStep) => view.label, style: 'primary' })
  async open(ctx: ButtonContext): Promise<void> {
    const answer = await ctx.ask(this.step, { timeoutMs: this.stepMs });
    if (!answer || this.isFinished) return;
    this.#answer = answer;
    this.stop();
  }
}

function defaultProgress(done: number, total: number): string {
  return `Step ${done} of ${total} is done.`;
}
