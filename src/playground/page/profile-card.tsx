import type { VNode } from 'preact';
import { Avatar } from './avatar.js';
import { connection } from './connection.js';
import type { Place } from './floating.js';
import { Floating } from './floating.js';
import { cssColor, memberOf, nameOf, openGuild, userOf, worldNow } from './look-up.js';

/** Who somebody is: roles, which can be given and taken here, and the commands of the context menu. */
export function ProfileCard({ userId, place, onClose }: ProfileCardProps): VNode | null {
  const user = userOf(userId);
  const world = worldNow();
  const guild = openGuild();
  if (!user || !world) return null;
  const member = memberOf(userId);
  const commands = world.commands.filter(({ type }) => type === 2);
  const run = (act: () => unknown) => () => {
    onClose();
    void act();
  };
  const message = async (): Promise<void> => {
    const { channelId } = await connection.do('message', { userId });
    if (channelId !== undefined) await connection.do('view', { channelId });
  };
  return (
    <Floating place={place} label={`Profile of ${user.name}`} onClose={onClose}>
      <div class="profile">
        <div class="profile-head">
          <Avatar id={userId} name={nameOf(userId)} size={64} status />
          <div>
            <strong>{nameOf(userId)}</strong>
            {user.isBot && <span class="badge">APP</span>}
            <small>{user.username}</small>
          </div>
        </div>
        {member && guild && (
          <>
            <h4>Roles {member.isOwner && '· owner'}</h4>
            <div class="roles">
              {guild.roles
                .filter(({ id }) => id !== guild.id)
                .map((role) => {
                  const isGiven = member.roleIds.includes(role.id);
                  return (
                    <button
                      key={role.id}
                      type="button"
                      class={`role ${isGiven ? 'given' : ''}`}
                      aria-pressed={isGiven}
                      disabled={role.isManaged}
                      onClick={() =>
                        void connection.do('setRole', {
                          guildId: guild.id,
                          userId,
                          roleId: role.id,
                          isGiven: !isGiven,
                        })
                      }
                    >
                      <i style={{ background: cssColor(role.color) }} />
                      {role.name}
                    </button>
                  );
                })}
            </div>
          </>
        )}
        {userId === world.viewerId && guild && (
          <details>
            <summary>{guild.permissions.length} permissions</summary>
            <small>{guild.permissions.join(', ')}</small>
          </details>
        )}
        <div class="menu">
          {world.peopleIds.includes(userId) && userId !== world.viewerId && (
            <button type="button" onClick={run(() => connection.do('view', { viewerId: userId }))}>
              See it as {user.name}
            </button>
          )}
          {user.isBot && (
            <button type="button" onClick={run(message)}>
              Message
            </button>
          )}
          {commands.length > 0 && <h4>Apps</h4>}
          {commands.map(({ id, name, isAllowed }) => (
            <button
              key={id}
              type="button"
              disabled={!isAllowed}
              onClick={run(() => connection.do('userCommand', { name, userId }))}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </Floating>
  );
}

interface ProfileCardProps {
  readonly userId: string;
  readonly place: Place;
  readonly onClose: () => void;
}
