import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { PresenceRecord } from './records.js';
import type { User } from './user.js';
import { UserActivity } from './user-activity.js';

/** What a user is seen to be doing. @see https://docs.discord.com/developers/events/gateway-events#presence */
export class Presence extends LiveModel<'presence'> {
  constructor(host: ModelHost, record: PresenceRecord, origin?: RecordOrigin) {
    super(host, record, origin);
  }

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
  get activities(): UserActivity[] {
    return this.raw.activities.map((activity) => new UserActivity(activity));
  }
  /** Text of the status that the user has written. */
  get customStatus(): string | undefined {
    return this.raw.activities.find(({ type }) => type === 4)?.state ?? undefined;
  }
  /** Status on each kind of device that the user is connected with: `desktop`, `mobile`, `web` and the like. */
  get clientStatus(): PresenceRecord['client_status'] {
    return this.raw.client_status;
  }
  /** Whether the user is connected with a phone. */
  get isOnMobile(): boolean {
    return (this.raw.client_status.mobile ?? 'offline') !== 'offline';
  }

  protected get kind(): 'presence' {
    return 'presence';
  }

  protected override idOf(record: PresenceRecord): Snowflake {
    return record.user_id;
  }
}
