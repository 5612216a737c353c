import { createHash } from 'node:crypto';
import type { ButtonContext, MessageOptions, SlashContext } from 'cogwork';
import { ActionRow, Button, Clock, Cog, Input, inject, Modal, Option, SlashCommand } from 'cogwork';

const ANSWERS = [
  'Yes.',
  'No.',
  'Ask again tomorrow.',
  'The stars are against it.',
  'It has already happened.',
];

class AskOptions {
  @Option.string('What you want to know', { maxLength: 200 }) question!: string;
}

@Modal('Another question')
class Another {
  @Input.text('What do you want to know?', { maxLength: 200 }) question!: string;
}

/**
 * Commands, buttons and modals work over HTTP as they do over the gateway. What does not come is everything else: there are
 * no events, so nothing is cached, and `ctx.guild` is empty.
 */
@Cog({ description: 'Answers' })
export class Oracle {
  readonly #clock = inject(Clock);

  @SlashCommand('Asks the oracle', AskOptions)
  ask({ user }: SlashContext, { question }: AskOptions): MessageOptions {
    return this.#answer(user.id, question);
  }

  /** Takes its time: after two seconds the bot tells Discord by itself that the answer will come. */
  @SlashCommand('Lets the oracle sleep on it', AskOptions)
  async ponder({ user }: SlashContext, { question }: AskOptions): Promise<MessageOptions> {
    await new Promise<void>((resolve) => this.#clock.setTimeout(resolve, 5000));
    return this.#answer(user.id, question);
  }

  @Button('oracle/another')
  async another(ctx: ButtonContext): Promise<void> {
    const asked = await ctx.ask(Another);
    if (asked) await asked.ctx.update(this.#answer(ctx.user.id, asked.values.question));
  }

  /** Oracles do not change their mind about the same question. */
  #answer(userId: string, question: string): MessageOptions {
    const [number = 0] = createHash('sha256').update(`${userId} ${question.toLowerCase()}`).digest();
    const button = Button.to('oracle/another', {}, { label: 'Ask something else' });
    return {
      content: `> ${question}\n${ANSWERS[number % ANSWERS.length]}`,
      components: [new ActionRow([button])],
    };
  }
}
