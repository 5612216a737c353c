import { InvalidMessageError } from '../errors/invalid-message-error.js';
import { nearestName } from '../utils/nearest-name.js';
import type { MessageOptions, MessagePayload } from './message-payload.js';
import { isRenderable } from './renderable.js';

const optionKeys: Readonly<Record<keyof MessageOptions, true>> = {
  allowedMentions: true,
  components: true,
  content: true,
  embeds: true,
  enforceNonce: true,
  ephemeral: true,
  files: true,
  flags: true,
  keepAttachments: true,
  messageReference: true,
  nonce: true,
  poll: true,
  replyTo: true,
  silent: true,
  stickerIds: true,
  suppressEmbeds: true,
  tts: true,
  view: true,
};

/**
 * Says why a value cannot be sent, in words that follow on "was given" or "returned"; `undefined` when it can.
 *
 * Types say the same where there are any; files that are run without a type check get here with anything.
 */
export function whyNoMessage(value: unknown): string | undefined {
  if (typeof value === 'string' || isRenderable(value)) return undefined;
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(optionKeys, key));
  if (unknown === undefined) return whyNoView(value as Partial<Record<keyof MessageOptions, unknown>>);
  const nearest = nearestName(unknown, Object.keys(optionKeys));
  return `an object with '${unknown}', which no message has${nearest ? ` (did you mean '${nearest}'?)` : ''}`;
}

/** Says what is wrong with the view of a message, or with one that stands among its components. */
function whyNoView({ components, view }: Partial<Record<keyof MessageOptions, unknown>>): string | undefined {
  if (typeof view === 'function') return `the class ${view.name} as its view, in place of an instance`;
  if (view !== undefined && !isRenderable(view)) return 'a view that is none';
  const stray = Array.isArray(components) ? components.find((part) => isRenderable(part)) : undefined;
  return stray === undefined ? undefined : 'a view among its components, which goes beside them as `view`';
}

/** Refuses what cannot be sent. @throws {InvalidMessageError} saying what was given. */
export function checkPayload(payload: unknown): asserts payload is MessagePayload {
  const reason = whyNoMessage(payload);
  if (reason === undefined) return;
  throw new InvalidMessageError(
    `A message was to be sent, and ${reason} was given; give a text, an embed, a view or { content, embeds, … }.`,
  );
}
