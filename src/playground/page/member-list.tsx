import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MemberView } from '../world-view.js';
import { Avatar } from './avatar.js';
import type { Place } from './floating.js';
import { placeOf } from './floating.js';
import { Icon } from './icon.js';
import { cssColor, nameOf, openGuild, userOf } from './look-up.js';
import { ProfileCard } from './profile-card.js';

/** Members of the open guild: bots and people. */
export function MemberList(): VNode | null {
  const guild = openGuild();
  if (!guild) return null;
  const bots = guild.members.filter(({ id }) => userOf(id)?.isBot);
  const people = guild.members.filter(({ id }) => !userOf(id)?.isBot);
  return (
    <aside class="members" aria-label="Members">
      <Group name="Members" members={people} />
      <Group name="Apps" members={bots} />
    </aside>
  );
}

function Group({ name, members }: { readonly name: string; readonly members: readonly MemberView[] }): VNode {
  return (
    <section>
      <h3>
        {name} — {members.length}
      </h3>
      {members.map((member) => (
        <Member key={member.id} member={member} />
      ))}
    </section>
  );
}

function Member({ member: { id, color, isOwner } }: { readonly member: MemberView }): VNode {
  const [place, setPlace] = useState<Place>();
  const user = userOf(id);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    setPlace(placeOf(event));
  };
  return (
    <>
      <button
        type="button"
        class={`member ${user?.isOnline ? '' : 'away'}`}
        aria-haspopup="dialog"
        onClick={open}
        onContextMenu={open}
      >
        <Avatar id={id} name={nameOf(id)} size={32} status />
        <span style={{ color: cssColor(color) }}>{nameOf(id)}</span>
        {isOwner && (
          <span class="crown" title="Owner of the guild">
            <Icon name="crown" size={15} />
          </span>
        )}
        {user?.isBot && <span class="badge">APP</span>}
      </button>
      {place && <ProfileCard userId={id} place={place} onClose={() => setPlace(undefined)} />}
    </>
  );
}
