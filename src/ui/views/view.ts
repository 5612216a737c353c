import { DiscordApiError } from '../../errors/discord-api-error.js';
import type { ModelHost } from '../../models/host.js';
import type { Message } from '../../models/message.js';
import type { MessageEditor, Renderable, RenderedMessage } from '../../models/renderable.js';
import { messageSent, renderMessage } from '../../models/renderable.js';
import type { Awaitable, Snowflake } from '../../types/type-tools.js';
import type { ComponentContext } from '../components/component-context.js';
import type { LayoutPart } from '../layout/layout-part.js';
import type { ItemValue } from './item-value.js';
import { viewKeeperOf } from './view-keeper.js';
import { ViewPart } from './view-part.js';
import type { ViewEnd } from './view-session.js';
import { ViewSession, viewSession } from './view-session.js';

const CODE_EMPTY_MESSAGE = 50006;

/** What a view shows: a text, parts of a message, or a list of components alone, where a text stands for a text display. */
export type ViewLayout =
  | string
  | readonly (string | LayoutPart)[]
  | (Omit<RenderedMessage, 'components'> & { readonly components?: readonly (string | LayoutPart)[] });

/** What `disableAll` leaves as it is. */
export interface DisableOptions<Method extends string> {
  /** Methods of the buttons and selects. */
  readonly except?: readonly Method[];
}

/**
 * Message with components that answer for themselves.
 *
 * Derive from it, put `@Button` and `@Select` on methods, and send an instance wherever a message goes:
 * `return new Counter()`, `ctx.reply(view)`, `channel.send(view)`. A view with an `id` and no timeout is persistent (see
 * `ViewOptions`); any other lives in memory until it times out, is stopped, or its message goes.
 *
 * @example
 * ```ts
 * class Greeting extends View {
 *   @Button({ label: 'Hello', style: 'primary' })
 *   hello(ctx: ButtonContext) { return `Hello, ${ctx.user.username}!`; }
 * }
 * ```
 */
export abstract class View implements Renderable {
  /** What the framework keeps of this view. @internal */
  readonly [viewSession] = new ViewSession();

  /** Whether this instance shows itself disabled once its timeout has run out; `undefined` while that of the class counts. */
  disableOnTimeout: boolean | undefined;

  /** Message that shows this view; `undefined` before it is sent. */
  get message(): Message | undefined {
    return this[viewSession].message;
  }

  /** Whether the view has ended: timed out, stopped or removed. */
  get isFinished(): boolean {
    return this[viewSession].end !== undefined;
  }

  /** Timeout of this instance in milliseconds, `null` for never; `undefined` while it is that of the class. */
  get timeoutMs(): number | null | undefined {
    return this[viewSession].timeoutMs;
  }

  /** Sets another timeout for this instance; it counts from now on. */
  set timeoutMs(timeoutMs: number | null | undefined) {
    const session = this[viewSession];
    session.timeoutMs = timeoutMs;
    if (session.message) session.keeper?.touch(this);
  }

  /**
   * Text, embeds, files or layout around the components; define it for a view that shows more than them.
   *
   * Give the same file objects again and they are not uploaded again; give others, or none, and they take the place of
   * those that were there.
   *
   * Put components of the view into a layout by `part`; those that are put nowhere follow in rows of their own.
   */
  render?(): Awaitable<ViewLayout>;

  /**
   * Whether this user may use the view; override it to keep strangers out. When it says no, the user is told so
   * privately, with the sentence that it gives instead of `false`, and the timeout runs on.
   */
  check?(ctx: ComponentContext): Awaitable<boolean | string>;

  /** Called when the timeout has run out, after the view has ended. */
  onTimeout?(): Awaitable<unknown>;

  /** Takes an error of a handler of this view; without it, errors go to the bot's error handlers. */
  onError?(error: unknown, ctx: ComponentContext): Awaitable<unknown>;

  /** Button or select of this view for a layout, by its method; of one with `each`, by its value too. */
  protected part(method: keyof this & string, value?: ItemValue): ViewPart {
    return new ViewPart(this[viewSession], method, value);
  }

  /** Ends the view: its components are no longer answered, and `wait()` resolves. */
  stop(): void {
    this.#end('stopped');
  }

  /** Resolves when the view ends, with the way it ended. */
  wait(): Promise<ViewEnd> {
    const session = this[viewSession];
    return session.keeper?.park(session.wait()) ?? session.wait();
  }

  /**
   * Shows every component disabled from the next rendering on: `await ctx.update(this.disableAll())`.
   *
   * Those of the methods in `except` stay as they are.
   */
  disableAll({ except = [] }: DisableOptions<keyof this & string> = {}): this {
    const session = this[viewSession];
    session.isDisabled = true;
    session.enabledMethods = except;
    return this;
  }

  /** Undoes `disableAll`. */
  enableAll(): this {
    this[viewSession].isDisabled = false;
    return this;
  }

  /** Edits the message to what the view looks like now. */
  async refresh(): Promise<Message | undefined> {
    const { edit, message } = this[viewSession];
    if (edit) return edit(this);
    return message?.edit(this);
  }

  /** Takes the components off the message and ends the view; a message that showed nothing else is deleted. */
  async remove(): Promise<void> {
    this[viewSession].isRemoved = true;
    this.#end('removed');
    try {
      await this.refresh();
    } catch (error) {
      if (!(error instanceof DiscordApiError && error.discordCode === CODE_EMPTY_MESSAGE)) throw error;
      await this.message?.delete();
    }
  }

  [renderMessage](host: ModelHost, editedId?: Snowflake): Promise<RenderedMessage> {
    return viewKeeperOf(host).render(this, editedId);
  }

  [messageSent](message: Message, edit?: MessageEditor): void {
    const session = this[viewSession];
    session.message = message;
    session.files.sent(message.id);
    session.edit = edit ?? session.edit;
    session.keeper?.track(this);
  }

  #end(end: ViewEnd): void {
    const session = this[viewSession];
    if (session.finish(end)) session.keeper?.release(this);
  }
}
