import type { Message } from '../../models/message.js';
import type { MessageEditor } from '../../models/renderable.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { TimerHandle } from '../../utils/clock.js';
import type { ItemValue } from './item-value.js';
import { ViewFiles } from './view-files.js';
import type { ViewKeeper } from './view-keeper.js';

/** Property of a view under which the framework keeps what it knows of it. @internal */
export const viewSession: unique symbol = Symbol.for('cogwork.viewSession') as never;

/** How a view came to its end. */
export type ViewEnd = 'stopped' | 'timedOut' | 'removed';

/** What the framework knows of one view instance. @internal */
export class ViewSession {
  keeper: ViewKeeper | undefined;
  /** Name in the custom ids of a view in memory. */
  instanceId: string | undefined;
  message: Message | undefined;
  /** Message it was tied to by `addView`, before any press has shown it. */
  boundMessageId: Snowflake | undefined;
  edit: MessageEditor | undefined;
  readonly files = new ViewFiles();
  timer: TimerHandle | undefined;
  /** Overrides the timeout of the class for this instance, in milliseconds. */
  timeoutMs: number | null | undefined;
  /** Key in the state store, once the state did not fit into a custom id. */
  stateKey: string | undefined;
  /** Draws an item while the view is being rendered. */
  drawPart: ((method: string, value: ItemValue | undefined) => object | undefined) | undefined;
  isDisabled = false;
  /** Methods whose components `disableAll` leaves as they are. */
  enabledMethods: readonly string[] = [];
  isRemoved = false;
  #end: ViewEnd | undefined;
  #waiters: Array<(end: ViewEnd) => void> = [];

  get end(): ViewEnd | undefined {
    return this.#end;
  }

  /** Ends the view, once; `false` when it had ended already. */
  finish(end: ViewEnd): boolean {
    if (this.#end !== undefined) return false;
    this.#end = end;
    for (const resolve of this.#waiters) resolve(end);
    this.#waiters = [];
    return true;
  }

  wait(): Promise<ViewEnd> {
    if (this.#end !== undefined) return Promise.resolve(this.#end);
    return new Promise((resolve) => this.#waiters.push(resolve));
  }
}
