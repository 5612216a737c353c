import type { HttpResponse } from './http-exchange.js';

/** Value of a successful answer: parsed JSON, text, bytes, or `undefined` without a body. */
export function decodeBody(response: HttpResponse): unknown {
  const { body } = response;
  if (body.length === 0) return undefined;
  const contentType = response.headers.contentType ?? 'application/json';
  if (contentType.startsWith('application/json')) return JSON.parse(body.toString('utf8')) as unknown;
  if (contentType.startsWith('text/')) return body.toString('utf8');
  return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
}
