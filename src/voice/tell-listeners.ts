import type { Logger } from '../utils/logger.js';

/** Tells listeners; one that fails is logged, and hurts neither who tells nor the listeners after it. */
export function tellListeners<Told extends readonly unknown[]>(
  listeners: Iterable<(...told: Told) => void>,
  logger: Logger,
  ...told: Told
): void {
  for (const listener of listeners) {
    try {
      listener(...told);
    } catch (error) {
      logger.error('voice', 'a listener of voice failed', { error });
    }
  }
}
