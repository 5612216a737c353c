import { DiscordApiError } from '../../errors/discord-api-error.js';

/** What a request gives; `undefined` when Discord knows no such thing, which is an answer and not a failure. */
export async function unlessUnknown<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof DiscordApiError && error.status === 404) return undefined;
    throw error;
  }
}
