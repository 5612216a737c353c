import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ItemValue } from './item-value.js';
import type { ViewSession } from './view-session.js';

/** Button or select of a view, put into a layout by its `render()`. */
export class ViewPart {
  readonly #session: ViewSession;

  constructor(
    session: ViewSession,
    /** Method that has the `@Button` or `@Select`. */
    readonly method: string,
    /** Value of one of several, with `each`. */
    readonly value: ItemValue | undefined,
  ) {
    this.#session = session;
  }

  /** Component as it looks now; only while the view is being rendered. */
  toJSON(): object {
    const component = this.#session.drawPart?.(this.method, this.value);
    if (component) return component;
    throw new InvalidComponentError(
      `part('${this.method}'${this.value === undefined ? '' : `, ${JSON.stringify(this.value)}`}) cannot be shown: there is ` +
        'no @Button or @Select on that method, it is hidden, its value is none that `each` gives, or the part was kept ' +
        'from an earlier rendering. Use it in what render() gives.',
    );
  }
}
