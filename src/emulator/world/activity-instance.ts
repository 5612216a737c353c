import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import type { World } from './world.js';

/** Activity that runs in a channel, with who takes part. @see https://docs.discord.com/developers/resources/application#get-application-activity-instance-activity-instance-object */
export interface ActivityInstanceRecord {
  readonly application_id: Snowflake;
  readonly instance_id: string;
  readonly launch_id: Snowflake;
  readonly location: Readonly<Record<string, string>>;
  readonly users: Snowflake[];
}

/** Activity of that application in a channel, with the user in it; made when it does not run there yet. */
export function launchActivity(
  world: World,
  applicationId: Snowflake,
  channel: ChannelRecord,
  userId: Snowflake,
): ActivityInstanceRecord {
  const instances = world.thingsOf<ActivityInstanceRecord>('activity-instances');
  const { id, guild_id: guildId } = channel.data;
  const running = [...instances.values()].find(
    ({ application_id: application, location }) =>
      application === applicationId && location['channel_id'] === id,
  );
  if (running) {
    if (!running.users.includes(userId)) running.users.push(userId);
    return running;
  }
  const launchId = world.ids.next();
  const kind = guildId === undefined ? 'pc' : 'gc';
  const place = [kind, ...(guildId === undefined ? [] : [guildId]), id].join('-');
  const instance: ActivityInstanceRecord = {
    application_id: applicationId,
    instance_id: `i-${launchId}-${place}`,
    launch_id: launchId,
    location: { id: place, kind, channel_id: id, ...(guildId === undefined ? {} : { guild_id: guildId }) },
    users: [userId],
  };
  instances.set(instance.instance_id, instance);
  return instance;
}
