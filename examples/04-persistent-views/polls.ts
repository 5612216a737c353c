import type { SlashContext } from 'cogwork';
import { Cog, Option, SlashCommand } from 'cogwork';
import { Poll } from './poll.js';

class PollOptions {
  @Option.string('What to ask', { maxLength: 200 }) question!: string;
  @Option.list('Answers, separated by spaces; put "several words" in quotes', Option.string('Answer'))
  answers: string[] = ['Yes', 'No'];
}

/** Cog that lets the bot know the view: presses on polls are answered for as long as it is loaded. */
@Cog({ description: 'Polls', views: [Poll] })
export class Polls {
  @SlashCommand({ description: 'Asks everybody', contexts: ['guild'] }, PollOptions)
  poll({ user }: SlashContext, { answers, question }: PollOptions): Poll {
    return Poll.of({ answers: [...new Set(answers)].slice(0, 10), authorId: user.id, question });
  }
}
