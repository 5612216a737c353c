import type { VNode } from 'preact';
import type { ChannelView, GuildView } from '../world-view.js';
import { Avatar } from './avatar.js';
import { connection } from './connection.js';
import { Icon } from './icon.js';
import { nameOf, openChannel, openGuild, worldNow } from './look-up.js';
import { PersonSwitch } from './person-switch.js';

const CATEGORY = 4;
const VOICE: readonly number[] = [2, 13];

/** Round buttons of guilds and direct messages. */
export function GuildRail(): VNode {
  const world = worldNow();
  const guild = openGuild();
  const open = (channelId: string | undefined): void => {
    if (channelId !== undefined) void connection.do('view', { channelId });
  };
  return (
    <nav class="rail" aria-label="Guilds">
      <button
        type="button"
        class={guild ? '' : 'current'}
        title="Direct messages"
        aria-label="Direct messages"
        onClick={() => void openDirects()}
      >
        <Icon name="bot" size={26} />
      </button>
      <hr />
      {world?.guilds.map(({ id, name, channels }) => (
        <button
          key={id}
          type="button"
          class={guild?.id === id ? 'current' : ''}
          title={name}
          aria-label={name}
          aria-current={guild?.id === id}
          onClick={() => open(channels.find(({ type }) => type === 0)?.id)}
        >
          {name
            .split(/\s+/)
            .map((word) => word[0])
            .join('')
            .slice(0, 3)}
        </button>
      ))}
    </nav>
  );
}

/** Opens the direct messages with the first bot. */
async function openDirects(): Promise<void> {
  const world = worldNow();
  const [direct] = world?.directs ?? [];
  const bot = world?.users.find(({ isBot }) => isBot);
  const channelId = direct?.id ?? (bot && (await connection.do('message', { userId: bot.id })).channelId);
  if (channelId !== undefined) await connection.do('view', { channelId });
}

/** Channels of the open guild, with their threads, or direct messages. */
export function ChannelList(): VNode {
  const guild = openGuild();
  return (
    <div class="sidebar">
      <header>{guild?.name ?? 'Direct messages'}</header>
      <nav aria-label="Channels">{guild ? <GuildChannels guild={guild} /> : <Directs />}</nav>
      <PersonSwitch />
    </div>
  );
}

function GuildChannels({ guild }: { readonly guild: GuildView }): VNode {
  const sorted = [...guild.channels].sort(
    (a, b) => Number(VOICE.includes(a.type)) - Number(VOICE.includes(b.type)) || a.position - b.position,
  );
  const inside = (parentId: string | null): ChannelView[] =>
    sorted.filter((channel) => channel.parentId === parentId && channel.type !== CATEGORY);
  const categories = sorted
    .filter(({ type, id }) => type === CATEGORY && inside(id).length > 0)
    .sort((a, b) => a.position - b.position);
  return (
    <>
      {inside(null).map((channel) => (
        <ChannelItem key={channel.id} channel={channel} threads={inside(channel.id)} />
      ))}
      {categories.map(({ id, name }) => (
        <section key={id}>
          <h3>{name}</h3>
          {inside(id).map((channel) => (
            <ChannelItem key={channel.id} channel={channel} threads={inside(channel.id)} />
          ))}
        </section>
      ))}
    </>
  );
}

function ChannelItem({
  channel,
  threads,
}: {
  readonly channel: ChannelView;
  readonly threads: readonly ChannelView[];
}): VNode {
  return (
    <>
      <ChannelButton channel={channel} />
      {channel.voiceIds.map((id) => (
        <div key={id} class="voice-member">
          <Avatar id={id} name={nameOf(id)} size={20} /> {nameOf(id)}
        </div>
      ))}
      {threads
        .filter(({ isArchived }) => !isArchived)
        .map((thread) => (
          <ChannelButton key={thread.id} channel={thread} isThread />
        ))}
    </>
  );
}

function ChannelButton({
  channel,
  isThread = false,
}: {
  readonly channel: ChannelView;
  readonly isThread?: boolean;
}): VNode {
  const isOpen = openChannel()?.id === channel.id;
  return (
    <button
      type="button"
      class={`channel ${isOpen ? 'current' : ''} ${isThread ? 'thread' : ''}`}
      aria-current={isOpen}
      onClick={() => void connection.do('view', { channelId: channel.id })}
    >
      <Icon name={isThread ? 'thread' : VOICE.includes(channel.type) ? 'voice' : 'hash'} size={18} />
      {channel.name}
    </button>
  );
}

function Directs(): VNode {
  return (
    <>
      {worldNow()?.directs.map(({ id, userId }) => (
        <button
          key={id}
          type="button"
          class={`channel ${openChannel()?.id === id ? 'current' : ''}`}
          onClick={() => void connection.do('view', { channelId: id })}
        >
          <Avatar id={userId} name={nameOf(userId)} size={28} status /> {nameOf(userId)}
        </button>
      ))}
    </>
  );
}
