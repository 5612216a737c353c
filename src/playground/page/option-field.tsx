import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ValuesView, ValueView } from '../page-message.js';
import type { CommandOptionView } from '../world-view.js';
import { connection } from './connection.js';
import { entityEntries, filterEntries } from './entity-entries.js';
import type { Entry } from './list-box.js';
import { ListBox, useListKeys } from './list-box.js';
import { readFile } from './read-file.js';

const SUGGEST_MS = 120;
const ENTITIES = { 6: 'user', 7: 'channel', 8: 'role', 9: 'mentionable' } as const;

/** Field of one option: text, number, a list to choose from, or a file. */
export function OptionField(props: OptionFieldProps): VNode {
  return (
    <div class={`option ${props.problem ? 'wrong' : ''}`} title={props.option.description}>
      <label class="option-name" for={`option-${props.option.name}`}>
        {props.option.name}
      </label>
      {props.option.type === 11 ? <FileField {...props} /> : <TextField {...props} />}
    </div>
  );
}

interface OptionFieldProps {
  readonly command: string;
  readonly option: CommandOptionView;
  readonly values: ValuesView;
  readonly problem: string | undefined;
  readonly hasFocus: boolean;
  readonly onFocus: () => void;
  readonly onChange: (value: ValueView | undefined) => void;
}

function FileField({ option, onFocus, onChange, hasFocus }: OptionFieldProps): VNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, []);
  return (
    <input
      ref={input}
      id={`option-${option.name}`}
      type="file"
      onFocus={onFocus}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) void readFile(file).then(onChange);
        else onChange(undefined);
      }}
    />
  );
}

function TextField({
  command,
  option,
  values,
  problem,
  hasFocus,
  onFocus,
  onChange,
}: OptionFieldProps): VNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [suggested, setSuggested] = useState<readonly Entry[]>();
  const fixed = fixedEntries(option);
  const isList = fixed !== undefined || option.autocomplete === true;
  const entries = option.autocomplete ? (suggested ?? []) : filterEntries(fixed ?? [], text);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, []);
  useEffect(() => {
    if (!option.autocomplete || !isOpen) return;
    const timer = setTimeout(async () => {
      const { [option.name]: _own, ...others } = values;
      const { choices = [], error } = await connection.ask('suggest', {
        name: command,
        option: option.name,
        text,
        others,
      });
      if (error !== undefined) connection.notify(error);
      setSuggested(choices.map(({ name, value }) => ({ label: name, value: String(value) })));
    }, SUGGEST_MS);
    return () => clearTimeout(timer);
  }, [text, isOpen]);
  const choose = ({ value, label }: Entry): void => {
    setText(label);
    setOpen(false);
    onChange(toValue(option, value));
  };
  const keys = useListKeys(entries, choose);
  return (
    <>
      <input
        ref={input}
        id={`option-${option.name}`}
        autocomplete="off"
        spellcheck={false}
        value={text}
        size={Math.max(4, text.length + 1)}
        aria-controls={isList ? id : undefined}
        aria-activedescendant={isList && isOpen ? `${id}-${keys.at}` : undefined}
        aria-invalid={problem !== undefined}
        aria-required={option.required === true}
        onFocus={() => {
          onFocus();
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          setOpen(true);
          keys.setAt(0);
          onChange(readText(option, fixed, value));
        }}
        onKeyDown={(event) => {
          if (
            event.key === 'Enter' &&
            isList &&
            isOpen &&
            readText(option, fixed, text) !== undefined &&
            option.type === 3 &&
            fixed === undefined &&
            entries.length === 0
          )
            return;
          if (isList && isOpen && entries.length > 0 && !(event.key === 'Tab' && text === ''))
            keys.onKey(event);
        }}
      />
      {isList && isOpen && (fixed !== undefined || suggested !== undefined) && (
        <div class="popup above">
          <ListBox id={id} entries={entries} at={keys.at} onChoose={choose} onPoint={keys.setAt} />
        </div>
      )}
    </>
  );
}

/** Entries that are known beforehand; `undefined` where anything may be typed. */
function fixedEntries(option: CommandOptionView): readonly Entry[] | undefined {
  const { choices = [], type } = option;
  if (choices.length > 0) return choices.map(({ name, value }) => ({ label: name, value: String(value) }));
  if (type === 5) return ['True', 'False'].map((label) => ({ label, value: label.toLowerCase() }));
  const kind = ENTITIES[type as 6];
  return kind && entityEntries(kind, option.channel_types);
}

function readText(
  option: CommandOptionView,
  fixed: readonly Entry[] | undefined,
  text: string,
): ValueView | undefined {
  if (text === '') return undefined;
  if (fixed === undefined) return toValue(option, text);
  const found = fixed.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  return found && toValue(option, found.value);
}

function toValue({ type }: CommandOptionView, text: string): ValueView {
  if (type === 5) return text === 'true';
  const isNumeric = (type === 4 || type === 10) && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumeric ? Number(text) : text;
}
