import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChosenCommand } from './command-form.js';
import { CommandForm } from './command-form.js';
import { commandEntries, slashCommands } from './command-picker.js';
import { connection, usePage } from './connection.js';
import { Icon } from './icon.js';
import type { Entry } from './list-box.js';
import { ListBox, useListKeys } from './list-box.js';
import { nameOf, openChannel, worldNow } from './look-up.js';
import { fileSize, readFile } from './read-file.js';

const TYPING_EVERY_MS = 8000;

/** Where messages and commands are written. */
export function Composer(): VNode {
  const { channelId, replyTo } = usePage();
  const [chosen, setChosen] = useState<ChosenCommand>();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const typedAt = useRef(0);
  useEffect(() => setChosen(undefined), [channelId]);
  useEffect(() => {
    if (replyTo || !chosen) area.current?.focus();
  }, [replyTo, chosen]);
  const choose = ({ value, isDisabled }: Entry): void => {
    const command = slashCommands().find(({ name }) => name === value);
    if (!command || isDisabled) return;
    setText('');
    setChosen(command);
  };
  const isPicking = /^\/[\w\- ]*$/.test(text);
  const entries = isPicking ? commandEntries(text.slice(1)) : [];
  const keys = useListKeys(entries, choose);
  const channel = openChannel();
  const direct = worldNow()?.directs.find(({ id }) => id === channelId);
  if (channel && !channel.canSend) {
    return <div class="composer closed">You do not have permission to send messages in this channel.</div>;
  }
  if (chosen) return <CommandForm key={chosen.name} chosen={chosen} onClose={() => setChosen(undefined)} />;
  const send = async (): Promise<void> => {
    if (text.trim() === '' && files.length === 0) return;
    setText('');
    setFiles([]);
    connection.set({ replyTo: undefined });
    const read = await Promise.all(files.map(readFile));
    await connection.do('say', { content: text, files: read, ...(replyTo ? { replyTo: replyTo.id } : {}) });
  };
  const write = (value: string): void => {
    setText(value);
    keys.setAt(0);
    if (value === '' || value.startsWith('/') || Date.now() - typedAt.current < TYPING_EVERY_MS) return;
    typedAt.current = Date.now();
    void connection.ask('type', {});
  };
  const place = direct ? `@${nameOf(direct.userId)}` : `#${channel?.name ?? ''}`;
  return (
    <section
      class="composer"
      aria-label="Composer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setFiles([...files, ...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {isPicking && (
        <div class="popup above wide">
          <h4>Commands</h4>
          <ListBox id="commands" entries={entries} at={keys.at} onChoose={choose} onPoint={keys.setAt} />
        </div>
      )}
      {replyTo && (
        <div class="replying">
          Replying to <b>{nameOf(replyTo.author.id, replyTo.author.username)}</b>
          <button
            type="button"
            class="icon-button"
            aria-label="Cancel reply"
            onClick={() => connection.set({ replyTo: undefined })}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      )}
      {files.length > 0 && (
        <ul class="chosen-files">
          {files.map((file) => (
            <li key={file.name}>
              <Icon name="file" size={28} />
              <span>
                {file.name} <small>{fileSize(file.size)}</small>
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={`Remove ${file.name}`}
                onClick={() => setFiles(files.filter((other) => other !== file))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="composer-line">
        <button
          type="button"
          class="icon-button"
          aria-label="Upload a file"
          onClick={() => picker.current?.click()}
        >
          <Icon name="plus" />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-testid="upload"
          onChange={({ currentTarget }) => {
            setFiles([...files, ...(currentTarget.files ?? [])]);
            area.current?.focus();
          }}
        />
        <textarea
          ref={area}
          rows={Math.min(8, text.split('\n').length)}
          aria-label={`Message ${place}`}
          placeholder={`Message ${place}`}
          aria-controls={isPicking ? 'commands' : undefined}
          aria-activedescendant={isPicking ? `commands-${keys.at}` : undefined}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onPaste={({ clipboardData }) => {
            if (clipboardData?.files.length) setFiles([...files, ...clipboardData.files]);
          }}
          onKeyDown={(event) => {
            if (isPicking && entries.length > 0 && keys.onKey(event)) return;
            if (event.key === 'Escape') connection.set({ replyTo: undefined });
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void send();
          }}
        />
        <button type="button" class="icon-button send" aria-label="Send message" onClick={() => void send()}>
          <Icon name="send" />
        </button>
      </div>
    </section>
  );
}
