import type { GatewayActivity } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { Model } from './model.js';
import type { PresenceRecord } from './records.js';
import type { User } from './user.js';

/** What a user is seen to be doing. @see https://docs.discord.com/developers/events/gateway-events#presence */
export class Presence extends Model<PresenceRecord> {
  /** User whose presence it is. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** User whose presence it is, when known. */
  get user(): User | undefined {
    const record = this.host.records.user(this.userId);
    return record && this.host.models.user(record);
  }
  /** `online`, `idle`, `dnd` or `offline`. */
  get status(): string {
    return this.raw.status;
  }
  /** What the user shows, such as games and songs. */
  get activities(): readonly GatewayActivity[] {
    return this.raw.activities;
  }
  /** Status on each kind of device that the user is connected with. */
  get clientStatus(): PresenceRecord['client_status'] {
    return this.raw.client_status;
  }
}
