import { InteractionExpiredError } from '../errors/interaction-expired-error.js';
import { InteractionStateError } from '../errors/interaction-state-error.js';
import type { Snowflake } from '../types/type-tools.js';
import type { StepTimes } from './step-times.js';

const CODE_ALREADY_ANSWERED = 40060;
const CODE_UNKNOWN_INTERACTION = 10062;

/** First answer came later than Discord waits for it. */
export function answeredTooLate(id: Snowflake, steps: StepTimes, cause?: unknown): InteractionExpiredError {
  return new InteractionExpiredError(
    `Interaction ${id} was not answered within 3 seconds, and Discord has given it up: ${steps}. Answer or defer() ` +
      'earlier, or leave autoDefer on; then there are 15 minutes.',
    id,
    cause === undefined ? {} : { cause },
  );
}

/** What Discord's refusal of a first answer means; an `InteractionStateError` when somebody else has answered. */
export function explainRefusal(error: unknown, id: Snowflake, steps: StepTimes): unknown {
  const code = typeof error === 'object' && error !== null && 'discordCode' in error ? error.discordCode : 0;
  if (code === CODE_ALREADY_ANSWERED) return answeredElsewhere(id, steps, error);
  return code === CODE_UNKNOWN_INTERACTION ? answeredTooLate(id, steps, error) : error;
}

/** Discord says that the first answer has been given, and it was not from here. */
function answeredElsewhere(id: Snowflake, steps: StepTimes, cause: unknown): InteractionStateError {
  return new InteractionStateError(
    `Interaction ${id} was answered already, and not from here: ${steps}. Another process runs with the same token, or ` +
      'something answers by rest.interactions beside the context. Let one of them answer.',
    id,
    { cause },
  );
}

/** Modal or list of choices came after another answer. */
export function notTheFirstAnswer(what: string, state: string, id: Snowflake): InteractionStateError {
  const earlier = state.startsWith('deferred') ? 'deferred' : 'answered';
  return new InteractionStateError(
    `${what} has to be the first answer to interaction ${id}, which is ${earlier} already. Answer with it before any ` +
      'reply or defer, and within 2 seconds or with autoDefer off.',
    id,
  );
}

/** Update where there is no message to update. */
export function noMessageToChange(method: string, id: Snowflake): InteractionStateError {
  return new InteractionStateError(
    `${method}() changes the message that a component sits on, and interaction ${id} came from no message. Use reply() ` +
      'or defer().',
    id,
  );
}

/** Modal as the answer to a modal. */
export function modalAfterModal(id: Snowflake): InteractionStateError {
  return new InteractionStateError(
    `Interaction ${id} is the submission of a modal, which Discord does not let answer by another modal. Reply with a ` +
      'button that opens the next one, or use Form, which does that.',
    id,
  );
}
