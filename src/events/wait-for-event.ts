import { WaitTimeoutError } from '../errors/wait-timeout-error.js';
import type { Clock } from '../utils/clock.js';

/** What waiting needs of a bus. */
interface Listenable {
  on(event: string, listener: (...args: unknown[]) => void): () => void;
}

/** Waits for the first event that passes the check; see `EventBus.waitFor`. */
export function waitForEvent<Args extends readonly unknown[], Result>(
  bus: object,
  clock: Clock,
  event: string,
  check: ((...args: Args) => boolean) | undefined,
  options: { readonly timeoutMs?: number; readonly signal?: AbortSignal },
): Promise<Result> {
  const { signal, timeoutMs } = options;
  return new Promise<Result>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const finish = (settle: () => void): void => {
      stop();
      if (timer !== undefined) clock.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = (): void => finish(() => reject(signal?.reason));
    const stop = (bus as Listenable).on(event, (...args) => {
      try {
        const isWanted = check?.(...(args as unknown as Args)) ?? true;
        if (isWanted) finish(() => resolve((args.length > 1 ? args : args[0]) as Result));
      } catch (error) {
        finish(() => reject(error));
      }
    });
    const timer =
      timeoutMs === undefined
        ? undefined
        : clock.setTimeout(() => finish(() => reject(new WaitTimeoutError(event, timeoutMs))), timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
