import { DiscordApiError } from '../../errors/discord-api-error.js';
import type { HttpResponse } from './http-exchange.js';
import type { Route } from './route.js';

/** Most lines of field errors in a message. */
const MAX_LINES = 20;
const MAX_MESSAGE_LENGTH = 1000;

/** Makes the error of a response that is not a success; `address` is the API's where it is not Discord's own. */
export function toApiError(route: Route, response: HttpResponse, address?: string): DiscordApiError {
  const { status } = response;
  const body = parseBody(response);
  const errors = flattenErrors(body?.['errors']);
  const discordCode = typeof body?.['code'] === 'number' ? body['code'] : 0;
  const said = body ? describeBody(body, status) : describeForeignBody(response);
  const lines = [`${route}: ${status} ${said}${discordCode === 0 ? '' : ` (code ${discordCode})`}`];
  lines.push(...errors.slice(0, MAX_LINES));
  if (status === 404 && discordCode === 0 && address !== undefined) lines.push(adviseOnAddress(address));
  if (errors.length > MAX_LINES) lines.push(`and ${errors.length - MAX_LINES} more`);
  const { method, path } = route;
  const message = clip(lines.join('\n'));
  return new DiscordApiError(message, { discordCode, status, method, path, errors });
}

/** Body as an object, when it is JSON. */
export function parseBody(response: HttpResponse): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(response.body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Discord's tree of field errors as lines: `embeds[0].title: Must be … (BASE_TYPE_MAX_LENGTH)`. */
export function flattenErrors(tree: unknown, path = ''): string[] {
  if (typeof tree === 'string') return [`${path}: ${tree}`];
  if (typeof tree !== 'object' || tree === null) return [];
  const lines: string[] = [];
  for (const [key, value] of Object.entries(tree)) {
    if (key === '_errors' && Array.isArray(value))
      lines.push(...value.map((leaf) => describeLeaf(path, leaf)));
    else lines.push(...flattenErrors(value, step(path, key)));
  }
  return lines;
}

function step(path: string, key: string): string {
  if (/^\d+$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function describeLeaf(path: string, leaf: unknown): string {
  const where = path === '' ? 'request' : path;
  if (typeof leaf !== 'object' || leaf === null) return `${where}: ${String(leaf)}`;
  const { message, code } = leaf as { readonly message?: unknown; readonly code?: unknown };
  return `${where}: ${String(message ?? 'wrong')}${code === undefined ? '' : ` (${String(code)})`}`;
}

/** Discord's own words; OAuth2 routes have others. */
function describeBody(body: Readonly<Record<string, unknown>>, status: number): string {
  const { message, error, error_description: description } = body;
  if (typeof message === 'string') return message.replace(new RegExp(`^${status}: `), '');
  if (typeof error === 'string') return typeof description === 'string' ? `${error}: ${description}` : error;
  return meaningOf(status);
}

/** Words of something before Discord: Cloudflare answers in HTML. */
function describeForeignBody(response: HttpResponse): string {
  const text = response.body.toString('utf8');
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
  if (!title) return meaningOf(response.status);
  const cure =
    response.status === 403 || response.status === 429
      ? ' The address may be blocked for a while: look for requests that Discord refuses.'
      : '';
  return `${meaningOf(response.status)}; a proxy before Discord answered "${title}".${cure}`;
}

/** A route that nobody knows is most often a base that is not the API's. */
function adviseOnAddress(address: string): string {
  return `Nothing is there at ${address}. Is that the base of the API, with its "/api"?`;
}

function meaningOf(status: number): string {
  const meanings: Readonly<Record<number, string>> = {
    400: 'Bad request',
    401: 'Unauthorized; is the token right and not reset?',
    403: 'Forbidden',
    404: 'Not found',
    413: 'Request too large',
    429: 'Rate limited',
    500: 'Internal error of Discord',
    502: 'Bad gateway',
    503: 'Service unavailable',
    504: 'Gateway timeout',
  };
  return meanings[status] ?? (status >= 500 ? 'Error of Discord' : 'Request refused');
}

function clip(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH - 1)}…`;
}
