import { Button } from '../../../src/ui/components/button.js';
import type { ButtonContext } from '../../../src/ui/components/button-context.js';
import { View } from '../../../src/ui/views/view.js';
import { ViewOptions } from '../../../src/ui/views/view-options.js';

/** View that is forgotten after a minute, and has a button that fails. */
@ViewOptions({ timeoutMs: 60_000 })
export class Greeting extends View {
  greeted = 0;
  timedOut = false;

  @Button({ label: 'Hello', disabled: (view: Greeting) => view.greeted > 1 })
  async hello(ctx: ButtonContext): Promise<void> {
    this.greeted += 1;
    await ctx.update(this);
  }

  @Button({ label: 'Fail', hidden: (view: Greeting) => view.greeted === 0 })
  fail(): never {
    throw new Error('no');
  }

  override onTimeout(): void {
    this.timedOut = true;
  }
}
