import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar } from './avatar.js';
import { connection } from './connection.js';
import type { Place } from './floating.js';
import { Floating, placeOf } from './floating.js';
import { Icon } from './icon.js';
import { memberOf, nameOf, openGuild, roleOf, userOf, worldNow } from './look-up.js';

/** Who one is at the moment, and a list of people to be instead. */
export function PersonSwitch(): VNode | null {
  const [place, setPlace] = useState<Place>();
  const [name, setName] = useState('');
  const world = worldNow();
  const guild = openGuild();
  if (!world) return null;
  const close = (): void => setPlace(undefined);
  const become = (viewerId: string): void => {
    close();
    void connection.do('view', { viewerId });
  };
  const add = async (): Promise<void> => {
    if (name.trim() === '' || !guild) return;
    setName('');
    await connection.do('addPerson', { name, guildId: guild.id });
  };
  return (
    <footer class="me">
      <button
        type="button"
        class="plain"
        aria-haspopup="menu"
        aria-label="Switch person"
        onClick={(event) => setPlace(placeOf(event))}
      >
        <Avatar id={world.viewerId} name={nameOf(world.viewerId)} size={34} status />
        <span>
          <strong>{nameOf(world.viewerId)}</strong>
          <small>{describe(world.viewerId)}</small>
        </span>
        <Icon name="members" size={18} />
      </button>
      {place && (
        <Floating place={{ x: place.x, y: place.y - 320 }} label="People" onClose={close}>
          <h4>See it as</h4>
          <div class="menu people">
            {world.peopleIds.map((id) => (
              <button key={id} type="button" aria-pressed={id === world.viewerId} onClick={() => become(id)}>
                <Avatar id={id} name={nameOf(id, userOf(id)?.name)} size={28} />
                <span>
                  {nameOf(id, userOf(id)?.name)} <small>{describe(id)}</small>
                </span>
                {id === world.viewerId && '✓'}
              </button>
            ))}
          </div>
          {guild && (
            <form
              class="add-person"
              onSubmit={(event) => {
                event.preventDefault();
                void add();
              }}
            >
              <input
                aria-label="Name of a new person"
                placeholder="Invite somebody new"
                value={name}
                onInput={({ currentTarget }) => setName(currentTarget.value)}
              />
              <button type="submit" class="button primary">
                Add
              </button>
            </form>
          )}
        </Floating>
      )}
    </footer>
  );
}

function describe(id: string): string {
  const member = memberOf(id);
  if (member?.isOwner) return 'Owner';
  const roles = (member?.roleIds ?? []).flatMap((roleId) => roleOf(roleId)?.name ?? []);
  return roles.join(', ') || 'No roles';
}
