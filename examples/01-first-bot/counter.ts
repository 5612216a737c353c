import type { ButtonContext, SlashContext } from 'cogwork';
import { Button, Cog, SlashCommand, State, View, ViewOptions } from 'cogwork';

@ViewOptions({ id: 'counter', timeoutMs: null })
export class Counter extends View {
  @State.integer() count = 0;

  @Button({ label: (view: Counter) => `Pressed ${view.count} times`, style: 'primary' })
  async press(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }
}

@Cog()
export class Counters {
  @SlashCommand('Shows a button that counts')
  counter(_ctx: SlashContext): Counter {
    return new Counter();
  }
}
