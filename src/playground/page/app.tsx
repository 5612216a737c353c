import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChannelList, GuildRail } from './channel-list.js';
import { Composer } from './composer.js';
import { usePage } from './connection.js';
import { DevPanel } from './dev-panel.js';
import { Icon } from './icon.js';
import { nameOf, openChannel, worldNow } from './look-up.js';
import { MemberList } from './member-list.js';
import { MessageList, TypingLine } from './message-list.js';
import { ModalDialog } from './modal-dialog.js';

/** The whole page. */
export function App(): VNode {
  const { world, modal, notice } = usePage();
  const [hasMembers, setMembers] = useState(innerWidth > 1100);
  const [hasPanel, setPanel] = useState(innerWidth > 1000);
  if (!world) return <div class="waiting">Connecting…</div>;
  return (
    <div class="app">
      <GuildRail />
      <ChannelList />
      <main>
        <ChannelHeader>
          <ThemeButton />
          <button
            type="button"
            class="icon-button"
            aria-label="Members"
            aria-pressed={hasMembers}
            onClick={() => setMembers(!hasMembers)}
          >
            <Icon name="members" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Developer panel"
            aria-pressed={hasPanel}
            onClick={() => setPanel(!hasPanel)}
          >
            <Icon name="panel" />
          </button>
        </ChannelHeader>
        <div class="columns">
          <div class="talk">
            <MessageList />
            <Composer />
            <TypingLine />
          </div>
          {hasMembers && <MemberList />}
        </div>
      </main>
      {hasPanel && <DevPanel />}
      {modal && <ModalDialog key={modal.handle} modal={modal} />}
      {notice && (
        <div class="notice" role="alert">
          {notice}
        </div>
      )}
    </div>
  );
}

function ChannelHeader({ children }: { readonly children: VNode[] }): VNode {
  const channel = openChannel();
  const direct = worldNow()?.directs.find(({ id }) => id === channel?.id);
  const isThread = channel !== undefined && channel.type >= 10 && channel.type <= 12;
  return (
    <header class="channel-header">
      <Icon name={direct ? 'bot' : isThread ? 'thread' : 'hash'} size={22} />
      <h1>{direct ? nameOf(direct.userId) : channel?.name}</h1>
      {channel?.topic && <span class="topic">{channel.topic}</span>}
      <span class="spacer" />
      {children}
    </header>
  );
}

function ThemeButton(): VNode {
  const [theme, setTheme] = useState(() => {
    const saved = localStorage.getItem('theme');
    return saved ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
  });
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const swap = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Change to ${theme === 'dark' ? 'light' : 'dark'} colours`}
      onClick={swap}
    >
      <Icon name="theme" />
    </button>
  );
}
