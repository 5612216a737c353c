import type { ModelHost } from '../models/host.js';
import type { Awaitable, Snowflake } from '../types/type-tools.js';
import type { TimerHandle } from '../utils/clock.js';

/** How often typing is shown anew; Discord shows it for ten seconds. */
const RENEW_MS = 8000;

/** Shows that the bot is typing in a channel, until the work has ended. */
export async function keepTyping<T>(
  { clock, rest }: ModelHost,
  channelId: Snowflake,
  work: () => Awaitable<T>,
): Promise<T> {
  let timer: TimerHandle;
  const show = (): Promise<void> => rest.channels.triggerTyping(channelId);
  const renew = (): void => {
    show().catch(() => undefined); // it is a courtesy
    timer = clock.setTimeout(renew, RENEW_MS, { unref: true });
  };
  await show();
  timer = clock.setTimeout(renew, RENEW_MS, { unref: true });
  try {
    return await work();
  } finally {
    clock.clearTimeout(timer);
  }
}
