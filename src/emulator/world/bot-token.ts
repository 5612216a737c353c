import { createHash } from 'node:crypto';
import type { Snowflake } from '../../types/type-tools.js';

/** Token in Discord's form: id in base64, six characters of time, 38 of a signature; the same bot gets the same one. */
export function makeBotToken(botId: Snowflake, generation = 0): string {
  const hash = createHash('sha512').update(`${botId}:${generation}`).digest('base64url');
  return `${Buffer.from(botId).toString('base64url')}.${hash.slice(0, 6)}.${hash.slice(6, 44)}`;
}
