/** Polls. @see https://docs.discord.com/developers/resources/poll#poll-create-request-object */
import type { PollRecord } from '../../world/poll-record.js';
import type { World } from '../../world/world.js';
import type { Form } from '../form.js';

const HOUR_MS = 3_600_000;

/** Reads a poll that is to be asked. */
export function readPoll(form: Form | undefined, world: World): PollRecord | undefined {
  if (!form) return undefined;
  const question = form
    .object('question', { required: true })
    ?.string('text', { required: true, min: 1, max: 300 });
  const answers = form.list('answers', { required: true, min: 1, max: 10 })?.map((answer, index) => {
    const media = answer.object('poll_media', { required: true });
    const text = media?.string('text', { max: 55 });
    const emoji = media?.raw('emoji') as Record<string, unknown> | undefined;
    return {
      answer_id: index + 1,
      poll_media: { ...(text === undefined ? {} : { text }), ...(emoji ? { emoji } : {}) },
    };
  });
  const hours = form.integer('duration', { min: 1, max: 768 }) ?? 24;
  return {
    question: { text: question ?? '' },
    answers: answers ?? [],
    allow_multiselect: form.boolean('allow_multiselect') ?? false,
    layout_type: form.integer('layout_type', { oneOf: [1] }) ?? 1,
    expiry: new Date(world.clock.now() + hours * HOUR_MS).toISOString().replace('Z', '000+00:00'),
    isFinalized: false,
    votes: new Map((answers ?? []).map(({ answer_id }) => [answer_id, new Set<string>()])),
  };
}
