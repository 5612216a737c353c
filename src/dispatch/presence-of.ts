import type { GatewayPresenceUpdateDispatchData } from 'discord-api-types/v10';
import type { PresenceRecord } from '../models/records.js';

/** Presence as it is kept: the same whichever guild it came by. */
export function presenceOf(data: Omit<GatewayPresenceUpdateDispatchData, 'guild_id'>): PresenceRecord {
  return {
    user_id: data.user.id,
    status: data.status ?? 'offline',
    activities: data.activities ?? [],
    client_status: data.client_status ?? {},
  };
}
