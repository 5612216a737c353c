/** Desk with a form to fill in and a button that goes on counting after a restart. */

import { IsEmail, Length } from 'class-validator';
import type { ButtonContext, SelectContext, SlashContext } from 'cogwork';
import { Button, Cog, Input, Modal, Select, SlashCommand, State, View, ViewOptions } from 'cogwork';

@ViewOptions({ id: 'counter', timeoutMs: null })
export class Counter extends View {
  @State.integer() count = 0;

  @Button({ label: (view: Counter) => `Pressed ${view.count} times`, style: 'primary' })
  async press(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }

  @Select.string({ placeholder: 'Start again at', options: ['10', '100', '1000'] })
  async start(ctx: SelectContext, [count]: readonly string[]): Promise<void> {
    this.count = Number(count);
    await ctx.update(this);
  }
}

@Modal('Feedback')
export class Feedback {
  @Input.text('Your e-mail') @IsEmail() email!: string;
  @Input.paragraph('How was it?') @Length(5, 500) story!: string;
}

@Cog({ description: 'Counting and listening' })
export class Desk {
  @SlashCommand('Shows a button that counts')
  counter(_ctx: SlashContext): Counter {
    return new Counter();
  }

  @SlashCommand('Asks for your opinion')
  async feedback(ctx: SlashContext): Promise<void> {
    const answer = await ctx.ask(Feedback, { timeoutMs: 300_000 });
    if (answer) await answer.ctx.reply(`Thank you, we will write to ${answer.values.email}.`);
  }
}
