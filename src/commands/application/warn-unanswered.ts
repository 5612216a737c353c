import type { Interaction } from '../../interactions/interaction.js';
import { describeOrigin } from '../../pipeline/describe-origin.js';
import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { Logger } from '../../utils/logger.js';

const CURE = 'Return a text, an embed or a view, or await ctx.reply(…) before it ends.';

/**
 * Writes down that a command has ended and nobody answered: its user is left with a failure, or with "thinking", and
 * nothing else says why.
 */
export function warnUnanswered(
  logger: Logger,
  origin: HandlerOrigin,
  { guildId, id, responder }: Interaction,
): void {
  if (responder.hasAttempted) return;
  const shown = responder.isAnswered
    ? 'deferred and ended without an answer, so its user goes on seeing "thinking"'
    : 'ended without an answer, so its user sees "The application did not respond"';
  logger.warn('commands', `${describeOrigin(origin)} ${shown}. ${CURE}`, {
    cog: origin.cog,
    method: origin.method,
    interactionId: id,
    guildId,
  });
}
