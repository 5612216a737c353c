/** What goes on behind the page: log, traffic, commands, faults. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogView, TrafficView } from '../journal-view.js';
import type { CommandView } from '../world-view.js';
import { connection, usePage } from './connection.js';
import { Icon } from './icon.js';
import { nameOf, worldNow } from './look-up.js';

const TABS = ['Log', 'Traffic', 'Commands', 'Faults'] as const;
type Tab = (typeof TABS)[number];

/** Panel of the developer. */
export function DevPanel(): VNode {
  const [tab, setTab] = useState<Tab>('Log');
  const { logs } = usePage();
  const errors = logs.filter(({ level }) => level === 'error').length;
  return (
    <aside class="panel" aria-label="Developer panel">
      <Status />
      <div class="tabs" role="tablist">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            onClick={() => setTab(name)}
          >
            {name}
            {name === 'Log' && errors > 0 && <span class="count-badge">{errors}</span>}
          </button>
        ))}
      </div>
      <div class="tab-body" role="tabpanel" aria-label={tab}>
        {tab === 'Log' && <Log />}
        {tab === 'Traffic' && <Traffic />}
        {tab === 'Commands' && <Commands />}
        {tab === 'Faults' && <Faults />}
      </div>
    </aside>
  );
}

function Status(): VNode {
  const { status, isConnected } = usePage();
  const bots = worldNow()?.users.filter(({ isBot }) => isBot) ?? [];
  const state =
    status.state !== 'unmanaged'
      ? status.state
      : bots.some(({ isOnline }) => isOnline)
        ? 'online'
        : 'stopped';
  const words = isConnected
    ? [state, status.detail].filter(Boolean).join(': ')
    : 'The playground is gone: is it still running?';
  return (
    <div class={`status ${isConnected ? state : 'crashed'}`} role="status">
      <i class="lamp" />
      <strong>{bots.map(({ name }) => name).join(', ')}</strong>
      <span data-testid="status">{words}</span>
      <span class="spacer" />
      {status.state !== 'unmanaged' && (
        <>
          <small title="Starts so far">{status.starts > 1 ? `${status.starts - 1}× reloaded` : ''}</small>
          <button
            type="button"
            class="icon-button"
            aria-label="Restart the bot"
            title="Restart the bot"
            onClick={() => void connection.do('restart', {})}
          >
            <Icon name="restart" size={18} />
          </button>
        </>
      )}
    </div>
  );
}

function Log(): VNode {
  const { logs } = usePage();
  return (
    <Lines count={logs.length} hint="What the bot logs and prints comes here.">
      {logs.map((line) => (
        <LogLine key={line.id} line={line} />
      ))}
    </Lines>
  );
}

function LogLine({ line: { level, room, message, origin, stack, atMs } }: { readonly line: LogView }): VNode {
  const head = (
    <>
      <time>{clock(atMs)}</time> {room && <span class="room">{room}</span>}{' '}
      {origin && <span class="origin">{origin}</span>} <span class="line-text">{message}</span>
    </>
  );
  if (!stack) return <div class={`line ${level}`}>{head}</div>;
  return (
    <details class={`line ${level}`} open={level === 'error'}>
      <summary>{head}</summary>
      <pre>{stack}</pre>
    </details>
  );
}

/** Ids are told apart by their last digits. */
const LONG_ID = /\d{13,}(\d{4})/g;
const KINDS = ['all', 'gateway', 'rest'] as const;

function Traffic(): VNode {
  const { traffic } = usePage();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all');
  const [text, setText] = useState('');
  const [hasBeats, setBeats] = useState(false);
  const shown = traffic.filter(
    (entry) =>
      (kind === 'all' || entry.kind.startsWith(kind)) &&
      (hasBeats || !entry.line.includes('HEARTBEAT')) &&
      entry.line.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <>
      <div class="filter">
        <input
          aria-label="Filter traffic"
          placeholder="Filter"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        {KINDS.map((name) => (
          <button key={name} type="button" aria-pressed={kind === name} onClick={() => setKind(name)}>
            {name}
          </button>
        ))}
        <button type="button" aria-pressed={hasBeats} title="Heartbeats" onClick={() => setBeats(!hasBeats)}>
          ♥
        </button>
      </div>
      <Lines count={shown.length} hint="Nothing yet.">
        {shown.map((entry) => (
          <TrafficLine key={entry.id} entry={entry} />
        ))}
      </Lines>
    </>
  );
}

function TrafficLine({ entry: { kind, line, data, atMs } }: { readonly entry: TrafficView }): VNode {
  const isRest = kind === 'rest';
  const [, arrow, what = line] = /^gateway ([→←]) (.*)$/.exec(line) ?? [];
  const status = isRest ? Number(line.split(' ').at(-1)) : 200;
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class={`line ${isRest ? 'rest' : 'gateway'} ${status >= 400 ? 'error' : ''}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <time>{clock(atMs)}</time> <span class="way">{isRest ? 'REST' : (arrow ?? '·')}</span>{' '}
        <span title={line}>{(isRest ? line : what).replace(LONG_ID, '…$1')}</span>
      </summary>
      {isOpen && <pre>{pretty(data)}</pre>}
    </details>
  );
}

function pretty(data: string): string {
  try {
    return JSON.stringify(JSON.parse(data), null, 2);
  } catch {
    return data || '(no body)';
  }
}

function clock(atMs: number): string {
  return new Date(atMs).toLocaleTimeString(undefined, { hour12: false });
}

/** Lines that keep to the end unless somebody scrolled up. */
function Lines({ count, hint, children }: { count: number; hint: string; children: VNode[] }): VNode {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return (
    <div
      class="lines"
      ref={box}
      onScroll={({ currentTarget }) => {
        isAtEnd.current =
          currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 60;
      }}
    >
      {children}
      {count === 0 && <p class="hint">{hint}</p>}
    </div>
  );
}

const TYPES: Readonly<Record<number, string>> = { 1: 'slash', 2: 'user', 3: 'message' };

function Commands(): VNode {
  usePage();
  const commands = worldNow()?.commands ?? [];
  return (
    <div class="lines">
      {commands.map((command) => (
        <CommandLine key={command.id} command={command} />
      ))}
      {commands.length === 0 && <p class="hint">No bot here has registered a command.</p>}
    </div>
  );
}

function CommandLine({ command }: { readonly command: CommandView }): VNode {
  const { type, name, description, options, isAllowed, neededPermissions, botId, isGuildOnly } = command;
  return (
    <details class={`command ${isAllowed ? '' : 'refused'}`}>
      <summary>
        <span class="way">{TYPES[type]}</span> <strong>{type === 1 ? `/${name}` : name}</strong>
        <small>{description}</small>
      </summary>
      <dl>
        <dt>App</dt>
        <dd>{nameOf(botId)}</dd>
        <dt>Registered</dt>
        <dd>{isGuildOnly ? 'in this guild' : 'globally'}</dd>
        <dt>Needs</dt>
        <dd>{neededPermissions ?? 'nothing'}</dd>
      </dl>
      {options.length > 0 && <pre>{JSON.stringify(options, null, 2)}</pre>}
    </details>
  );
}

function Faults(): VNode {
  const { faults } = usePage();
  const groups = [...new Set(faults.map(({ group }) => group))];
  return (
    <div class="lines faults">
      {groups.map((group) => (
        <section key={group}>
          <h4>{group}</h4>
          {faults
            .filter((fault) => fault.group === group)
            .map(({ name, label, hint }) => (
              <button key={name} type="button" onClick={() => void connection.do('fault', { name })}>
                <strong>{label}</strong>
                <small>{hint}</small>
              </button>
            ))}
        </section>
      ))}
    </div>
  );
}
