import { createHash } from 'node:crypto';
import type { Secret } from '../../utils/secret.js';

/** Key of one shard's session: the bot's id, the shard and the count; nothing of the token's secret part. */
export function sessionKey(token: Secret, shardId: number, shardCount: number): string {
  return `${botIdOf(token)}-${shardId}-of-${shardCount}`;
}

/** Id in the first part of a token; of a token in another form, a fingerprint. */
function botIdOf(token: Secret): string {
  const [head = ''] = token.reveal().split('.');
  const id = Buffer.from(head, 'base64').toString('latin1');
  return /^\d{15,22}$/.test(id) ? id : createHash('sha256').update(token.reveal()).digest('hex').slice(0, 16);
}
