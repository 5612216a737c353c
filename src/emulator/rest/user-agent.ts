import type { HttpRequest } from '../transport/http-exchange.js';
import { ApiFailure } from './api-failure.js';

/** Names under which HTTP libraries go when nobody gives them another. */
const LIBRARIES = /^(node|undici|axios|got|node-fetch|python-requests|Python-urllib|Go-http-client|curl)\b/i;

/**
 * Refuses bots that do not say who they are, as Cloudflare does before Discord sees the request.
 *
 * @see https://docs.discord.com/developers/reference#user-agent
 */
export function checkUserAgent({ headers, url }: HttpRequest): void {
  const isBot = headers['authorization']?.startsWith('Bot ') === true;
  const agent = headers['user-agent'] ?? '';
  if (!isBot || !url.pathname.startsWith('/api') || (agent !== '' && !LIBRARIES.test(agent))) return;
  throw new ApiFailure(403, 40333, 'internal network error');
}
