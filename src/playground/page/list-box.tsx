import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Entry of a list to choose from. */
export interface Entry {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly mark?: string | undefined;
  readonly isDisabled?: boolean;
}

/** Which entry the arrow keys stand at, and what to do with a key; `undefined` for keys that mean nothing here. */
export function useListKeys(
  entries: readonly Entry[],
  choose: (entry: Entry) => void,
): { readonly at: number; onKey(event: KeyboardEvent): boolean; setAt(index: number): void } {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, entries.length - 1));
  return {
    at: current,
    setAt,
    onKey(event) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && entries.length > 0) setAt((current + step + entries.length) % entries.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && entries[current]) choose(entries[current]);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** List of entries, one of which is active; the keys are its owner's business. */
export function ListBox({ id, entries, at, selected = [], onChoose, onPoint }: ListBoxProps): VNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div id={id} class="list-box" role="listbox" ref={list} tabIndex={-1}>
      {entries.map((entry, index) => (
        <div
          key={entry.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          class={`entry ${index === at ? 'active' : ''} ${entry.isDisabled ? 'disabled' : ''}`}
          aria-selected={selected.includes(entry.value) || index === at}
          onPointerMove={() => onPoint?.(index)}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(entry);
          }}
        >
          {selected.length > 0 && <span class="tick">{selected.includes(entry.value) ? '✓' : ''}</span>}
          <span class="entry-text">
            <span class="entry-label">{entry.label}</span>
            {entry.hint && <span class="entry-hint">{entry.hint}</span>}
          </span>
          {entry.mark && <span class="entry-mark">{entry.mark}</span>}
        </div>
      ))}
      {entries.length === 0 && <div class="entry-none">Nothing fits</div>}
    </div>
  );
}

interface ListBoxProps {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly at: number;
  readonly selected?: readonly string[];
  readonly onChoose: (entry: Entry) => void;
  readonly onPoint?: (index: number) => void;
}
