import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ViewSession } from './view-session.js';

/** Button or select of a view, put into a layout by its `render()`. */
export class ViewPart {
  readonly #session: ViewSession;

  constructor(
    session: ViewSession,
    /** Method that has the `@Button` or `@Select`. */
    readonly method: string,
  ) {
    this.#session = session;
  }

  /** Component as it looks now; only while the view is being rendered. */
  toJSON(): object {
    const component = this.#session.drawPart?.(this.method);
    if (component) return component;
    throw new InvalidComponentError(
      `part('${this.method}') cannot be shown: there is no @Button or @Select on that method, it is hidden, or the part ` +
        'was kept from an earlier rendering. Use it in what render() gives.',
    );
  }
}
