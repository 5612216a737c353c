import { NoAnswerError } from '../../errors/no-answer-error.js';
import type { InteractionRecord } from '../interactions/interaction-record.js';
import type { Stage } from './stage.js';

/** Waits until an interaction shows a message, a modal or suggestions; a plain "deferred update" counts when all is idle. */
export async function watchInteraction(
  { answers, isReachable }: Pick<Stage, 'answers' | 'isReachable'>,
  interaction: InteractionRecord,
): Promise<void> {
  await answers.until({
    find: () => (interaction.shown || interaction.modal || interaction.choices ? true : undefined),
    isDeferred: () => interaction.state === 'deferred' || interaction.state === 'deferred-update',
    onSilence: () => {
      if (interaction.state === 'deferred-update' || interaction.state === 'answered') return true;
      throw isReachable(interaction.bot) ? noAnswer(interaction) : notThere(interaction);
    },
  });
}

function noAnswer({ asked, bot, state, user }: InteractionRecord): NoAnswerError {
  const who = `"${bot.user.username}"`;
  if (state === 'deferred') {
    return new NoAnswerError(
      `${user.username}: ${asked}: ${who} deferred its answer and then sent nothing. ` +
        'Check that the handler replies after deferring; if it waits for time to pass, advance the clock before awaiting the answer.',
      asked,
      'deferred',
    );
  }
  return new NoAnswerError(
    `${user.username}: ${asked}: ${who} did not answer. ` +
      'Check that the bot is started and handles this, that its handler replies and did not throw (see its log), ' +
      'and if it waits for time to pass, advance the clock before awaiting the answer.',
    asked,
    'unacknowledged',
  );
}

function notThere({ asked, bot, state, user }: InteractionRecord): NoAnswerError {
  return new NoAnswerError(
    `${user.username}: ${asked}: "${bot.user.username}" is not connected, and has no interactions endpoint, so nobody can answer. ` +
      'It was never started, was closed, or has lost its connection: start it, or advance the clock until it is back.',
    asked,
    state === 'deferred' ? state : 'unacknowledged',
  );
}
