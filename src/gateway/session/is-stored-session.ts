import { isReadyData } from './ready-data.js';
import type { StoredSession } from './session-store.js';

/** Whether a value that comes from a store is a session; what another program or a half-written file left is not. */
export function isStoredSession(value: unknown): value is StoredSession {
  if (typeof value !== 'object' || value === null) return false;
  const { intents, ready, sequence, sessionId } = value as Record<string, unknown>;
  const hasNumbers = typeof intents === 'number' && typeof sequence === 'number';
  return hasNumbers && typeof sessionId === 'string' && isReadyData(ready);
}
