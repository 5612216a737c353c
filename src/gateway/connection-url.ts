import type { GatewayContext } from './gateway-context.js';
import type { ShardSession } from './session/shard-session.js';

/**
 * Where a shard connects: to the resume url when it has a session, else to the general one.
 *
 * Every connection of a bot carries the same parameters; those that a base url already has are replaced.
 */
export function connectionUrl(context: GatewayContext, session: ShardSession): string {
  const url = new URL((session.isResumable && session.resumeUrl) || context.gatewayUrl());
  url.searchParams.set('v', String(context.apiVersion));
  url.searchParams.set('encoding', context.codec.encoding);
  const { parameter } = context.compression;
  if (parameter === undefined) url.searchParams.delete('compress');
  else url.searchParams.set('compress', parameter);
  return url.toString();
}
