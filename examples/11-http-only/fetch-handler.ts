import type { BotOptions, FetchHandler } from 'cogwork';
import { Bot } from 'cogwork';
import { Oracle } from './oracle.js';

/**
 * Same bot as a function from `Request` to `Response`, for whatever takes one: Bun, Deno, Hono, a worker.
 *
 * Commands are written by whoever deploys it (`bot.commands.sync()`), not at each cold start.
 */
export async function makeFetchHandler(
  token: string,
  publicKey: string,
  options: BotOptions = {},
): Promise<FetchHandler> {
  const bot = new Bot({ ...options, cogs: [Oracle] });
  await bot.login(token);
  return bot.fetchHandler({ publicKey });
}
