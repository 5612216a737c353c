import type { ButtonContext, SlashContext, ViewLayout } from 'cogwork';
import { Button, Cog, Option, SlashCommand, State, View, ViewOptions } from 'cogwork';

/** What it counts travels inside its buttons, so a poll goes on after the bot was restarted. */
@ViewOptions({ id: 'poll', timeoutMs: null })
export class Poll extends View {
  @State.string() question = '';
  @State.integer() yes = 0;
  @State.integer() no = 0;

  override render(): ViewLayout {
    return { content: `**${this.question}**` };
  }

  @Button({ label: (poll: Poll) => `Yes (${poll.yes})`, style: 'success' })
  async agree(ctx: ButtonContext): Promise<void> {
    this.yes += 1;
    await ctx.update(this);
  }

  @Button({ label: (poll: Poll) => `No (${poll.no})`, style: 'danger' })
  async disagree(ctx: ButtonContext): Promise<void> {
    this.no += 1;
    await ctx.update(this);
  }
}

class AskOptions {
  @Option.string('What to ask', { maxLength: 40 }) question!: string;
}

@Cog()
export class Polls {
  @SlashCommand('Asks everybody a question', AskOptions)
  ask(_ctx: SlashContext, { question }: AskOptions): Poll {
    return Object.assign(new Poll(), { question });
  }
}
