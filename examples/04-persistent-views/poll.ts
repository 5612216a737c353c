import type { ButtonContext, SelectContext, ViewLayout } from 'cogwork';
import { Button, Migrate, Select, State, View, ViewOptions } from 'cogwork';

const BAR_LENGTH = 12;

/**
 * Poll that goes on for as long as its message is there, whatever happens to the bot meanwhile.
 *
 * A name in custom ids and no timeout make a view persistent. Its state travels in the custom ids, signed; once there are
 * too many votes for that, it goes to the bot's `StateStore` by itself.
 */
@ViewOptions({ id: 'poll', timeoutMs: null, version: 2, stateTtlMs: 90 * 86_400_000 })
export class Poll extends View {
  @State.snowflake() authorId = '';
  @State.boolean() isOpen = true;
  @State.string() question = '';
  @State.json() answers: string[] = [];
  /** Number of the answer by the voter's id. */
  @State.json() votes: Record<string, number> = {};

  /** Persistent views are also built by the bot, without arguments; so their values come from outside. */
  static of(values: Pick<Poll, 'answers' | 'authorId' | 'question'>): Poll {
    return Object.assign(new Poll(), values);
  }

  override render(): ViewLayout {
    const total = Object.keys(this.votes).length;
    const lines = this.answers.map((answer, index) => {
      const count = Object.values(this.votes).filter((vote) => vote === index).length;
      const bar = '█'.repeat(Math.round((count / Math.max(1, total)) * BAR_LENGTH)).padEnd(BAR_LENGTH, '░');
      return `${bar} ${count} ${answer}`;
    });
    return {
      content: [`**${this.question}**`, ...lines, this.isOpen ? '' : '-# The poll has ended.'].join('\n'),
    };
  }

  @Select.string({
    placeholder: 'Your vote',
    options: (poll: Poll) => poll.answers,
    hidden: (poll: Poll) => !poll.isOpen,
  })
  async vote(ctx: SelectContext, [answer = '']: string[]): Promise<void> {
    this.votes[ctx.user.id] = this.answers.indexOf(answer);
    await ctx.update(this);
  }

  @Button({ label: 'End', hidden: (poll: Poll) => !poll.isOpen })
  async end(ctx: ButtonContext): Promise<void> {
    const mayEnd = ctx.user.id === this.authorId || ctx.member?.permissions.has('ManageMessages');
    if (!mayEnd) {
      await ctx.reply(`Only <@${this.authorId}> or a moderator ends this poll.`, { ephemeral: true });
      return;
    }
    this.isOpen = false;
    await ctx.update(this);
  }

  /** Polls of the first version did not know who asked; moderators can end them. */
  @Migrate(1, { question: 'string', answers: 'json', votes: 'json' })
  fromFirst(old: { question: string; answers: unknown; votes: unknown }): void {
    this.question = old.question;
    this.answers = old.answers as string[];
    this.votes = old.votes as Record<string, number>;
  }
}
