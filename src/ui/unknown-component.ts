import type { Awaitable } from '../types/type-tools.js';
import { ComponentContext } from './components/component-context.js';

/**
 * Why nobody answers a component: no handler or view has its id, its view has ended, its state has expired from the
 * store, was made by an older version without a migration, or was not made by this bot.
 */
export type UnknownComponentReason = 'unknown' | 'ended' | 'expired' | 'outdated' | 'tampered';

/** Context of a component that nobody answers. */
export class UnknownComponentContext extends ComponentContext {}

/** Answers components that nobody answers. */
export type OnUnknownComponent = (
  ctx: UnknownComponentContext,
  reason: UnknownComponentReason,
) => Awaitable<unknown>;

const ANSWERS = {
  unknown: 'Nothing answers this any more.',
  ended: 'This has ended. Use the command again for a new one.',
  expired: 'This has expired. Use the command again for a new one.',
  outdated: 'This message is from an older version. Use the command again for a new one.',
  tampered: 'This cannot be used.',
} as const satisfies Record<UnknownComponentReason, string>;

/** Tells the user, privately, that the component is no longer answered. */
export const answerUnknownComponent: OnUnknownComponent = (_ctx, reason) => ANSWERS[reason];
