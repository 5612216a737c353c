import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { ComponentView } from '../message-view.js';
import { entityEntries, filterEntries } from './entity-entries.js';
import { Icon } from './icon.js';
import type { Entry } from './list-box.js';
import { ListBox, useListKeys } from './list-box.js';

interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

const ENTITIES = { 5: 'user', 6: 'role', 7: 'mentionable', 8: 'channel' } as const;

/** Select menu of any kind: chooses at once where one value is taken, and when it is closed where several are. */
export function SelectMenu({ menu, onChoose, isBusy = false }: SelectMenuProps): VNode {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(() => defaults(menu));
  const input = useRef<HTMLInputElement>(null);
  const all = entriesOf(menu);
  const entries = filterEntries(all, text);
  const max = Number(menu['max_values'] ?? 1);
  const min = Number(menu['min_values'] ?? 1);
  const close = (values: readonly string[]): void => {
    setOpen(false);
    setText('');
    if (values.length >= min && (max === 1 || String(values) !== String(defaults(menu)))) onChoose(values);
  };
  const choose = ({ value }: Entry): void => {
    if (max === 1) {
      setChosen([value]);
      close([value]);
      return;
    }
    const isChosen = chosen.includes(value);
    if (!isChosen && chosen.length >= max) return;
    setChosen(isChosen ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  const keys = useListKeys(entries, choose);
  const labels = chosen.map((value) => all.find((entry) => entry.value === value)?.label ?? value);
  const placeholder = String(menu['placeholder'] ?? 'Make a selection');
  return (
    <div class={`select ${isOpen ? 'open' : ''}`}>
      <input
        ref={input}
        role="combobox"
        aria-label={placeholder}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={isOpen ? `${id}-${keys.at}` : undefined}
        disabled={menu['disabled'] === true || isBusy}
        placeholder={labels.join(', ') || placeholder}
        class={labels.length > 0 ? 'has-value' : ''}
        value={text}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => isOpen && (max > 1 ? close(chosen) : setOpen(false))}
        onInput={(event) => {
          setText(event.currentTarget.value);
          keys.setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Tab' && isOpen)) close(max > 1 ? chosen : []);
          else if (!isOpen && event.key === 'ArrowDown') setOpen(true);
          else if (isOpen) keys.onKey(event);
        }}
      />
      <Icon name="down" />
      {isOpen && (
        <div class="popup">
          <ListBox
            id={id}
            entries={entries}
            at={keys.at}
            selected={max > 1 ? [...chosen, ''] : chosen}
            onChoose={choose}
            onPoint={keys.setAt}
          />
        </div>
      )}
    </div>
  );
}

interface SelectMenuProps {
  readonly menu: ComponentView;
  readonly onChoose: (values: readonly string[]) => void;
  readonly isBusy?: boolean;
}

function entriesOf(menu: ComponentView): readonly Entry[] {
  const kind = ENTITIES[menu.type as 5];
  if (kind) return entityEntries(kind, menu['channel_types'] as readonly number[] | undefined);
  return ((menu['options'] ?? []) as readonly SelectOption[]).map(({ label, value, description }) => ({
    label,
    value,
    hint: description,
  }));
}

function defaults(menu: ComponentView): string[] {
  const own = ((menu['options'] ?? []) as readonly SelectOption[]).filter((option) => option.default);
  const entities = (menu['default_values'] ?? []) as readonly { readonly id: string }[];
  return [...own.map(({ value }) => value), ...entities.map(({ id }) => id)];
}
