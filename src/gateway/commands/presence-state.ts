import type { ActivityType, GatewayPresenceUpdateData, PresenceUpdateStatus } from 'discord-api-types/v10';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';

/** What a bot shows itself doing. @see https://docs.discord.com/developers/events/gateway-events#activity-object */
export interface PresenceActivity {
  /** Name of what is done; shown after "Playing" and the like. */
  readonly name: string;
  /** Kind of activity as Discord's number: 0 playing, 1 streaming, 2 listening, 3 watching, 4 custom, 5 competing. @defaultValue 0 */
  readonly type?: ActivityType | 0 | 1 | 2 | 3 | 4 | 5;
  /** Text of a custom status, or a second line. */
  readonly state?: string;
  /** Stream on Twitch or YouTube, for type 1. */
  readonly url?: string;
}

/** Change of presence: what is left out stays as it is, `null` clears. */
export interface PresenceUpdate {
  /** What the bot shows itself doing; `null` for nothing. */
  readonly activity?: PresenceActivity | null;
  /** Whether the bot is away from keyboard. */
  readonly afk?: boolean;
  /** Since when the bot is idle, as a date or in milliseconds since the Unix epoch. */
  readonly idleSince?: Date | number | null;
  /** Dot beside the bot: `online`, `idle`, `dnd` or `invisible`. */
  readonly status?: `${PresenceUpdateStatus}`;
}

const statuses: Readonly<Record<`${PresenceUpdateStatus}`, true>> = {
  online: true,
  idle: true,
  dnd: true,
  invisible: true,
  offline: true,
};

const CUSTOM_ACTIVITY = 4;

/** Presence of one shard, as Discord was last told or will be told at the next connect. */
export class PresenceState {
  #data: GatewayPresenceUpdateData | undefined;

  constructor(initial: PresenceUpdate | undefined) {
    if (initial) this.merge(initial);
  }

  /** Whole presence in Discord's form; `undefined` while nothing was ever set. */
  get data(): GatewayPresenceUpdateData | undefined {
    return this.#data;
  }

  /** Applies a change and gives the whole presence. */
  merge({ activity, afk, idleSince, status }: PresenceUpdate): GatewayPresenceUpdateData {
    checkStatus(status);
    const before = this.#data;
    this.#data = {
      since: idleSince === undefined ? (before?.since ?? null) : toMilliseconds(idleSince),
      activities: activity === undefined ? (before?.activities ?? []) : toActivities(activity),
      status:
        (status as PresenceUpdateStatus | undefined) ?? before?.status ?? ('online' as PresenceUpdateStatus),
      afk: afk ?? before?.afk ?? false,
    };
    return this.#data;
  }
}

/** Discord ends the connection at a status that it does not know. */
function checkStatus(status: string | undefined): void {
  if (status === undefined || Object.hasOwn(statuses, status)) return;
  throw new InvalidOptionError(
    `There is no status '${status}'; there are ${Object.keys(statuses).join(', ')}.`,
    'presence.status',
  );
}

function toMilliseconds(idleSince: Date | number | null): number | null {
  return idleSince instanceof Date ? idleSince.getTime() : idleSince;
}

/** A custom status shows only its `state`; a name given alone is meant as the text. */
function toActivities(activity: PresenceActivity | null): GatewayPresenceUpdateData['activities'] {
  if (activity === null) return [];
  const { name, type = 0, state, url } = activity;
  const text = state ?? (type === CUSTOM_ACTIVITY ? name : undefined);
  return [{ name, type, ...(text !== undefined && { state: text }), ...(url !== undefined && { url }) }];
}
