import { Length } from 'class-validator';
import type { Message, MessageContext } from 'cogwork';
import { Cog, Confirm, escapeMarkdown, Input, MessageCommand, Modal, RequireBotPermissions } from 'cogwork';

const FIVE_MINUTES_MS = 5 * 60_000;

@Modal('Report a message', { id: 'report', retryLabel: 'Correct it' })
class Report {
  @Input.radio('What is wrong with it?', ['spam', 'insult', 'other']) kind: 'spam' | 'insult' | 'other' =
    'spam';
  @Input.paragraph('Explain', { required: false }) @Length(0, 300) why?: string;
  @Input.checkbox('Delete it, if it is yours') remove = false;
}

@Cog({ description: 'Reports' })
export class Reports {
  /** Waits for what is entered; what the handler knows, such as the message, is still there then. */
  @MessageCommand({ name: 'Report', contexts: ['guild'] })
  @RequireBotPermissions('ManageMessages')
  async report(ctx: MessageContext, message: Message): Promise<void> {
    const answer = await ctx.ask(Report, { timeoutMs: FIVE_MINUTES_MS });
    if (!answer) return; // the modal was closed, or left open for too long
    const { kind, remove, why } = answer.values;
    const isOwn = message.author.id === ctx.user.id;
    await answer.ctx.reply(
      `Reported as ${kind}${why ? `: ${escapeMarkdown(why)}` : ''}. A moderator will look at it.`,
      { ephemeral: true },
    );
    if (!remove || !isOwn) return;
    const question = new Confirm('Delete your message for everybody?', { confirmStyle: 'danger' });
    await answer.ctx.followUp(question, { ephemeral: true });
    if (await question.answer()) await message.delete();
  }
}
