import type { GatewayReadyDispatchData } from 'discord-api-types/v10';

/** Whether READY has what a session is made of. */
export function isReadyData(data: unknown): data is GatewayReadyDispatchData {
  if (typeof data !== 'object' || data === null) return false;
  const { session_id, user } = data as Record<string, unknown>;
  return typeof session_id === 'string' && typeof user === 'object' && user !== null;
}
