/** Slash command that is being filled in: one field for each option, checked before it is sent. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ValuesView, ValueView } from '../page-message.js';
import type { CommandOptionView, CommandView } from '../world-view.js';
import { checkOption } from './check-option.js';
import { connection } from './connection.js';
import { Icon } from './icon.js';
import { nameOf } from './look-up.js';
import { OptionField } from './option-field.js';

/** Command together with the sub-command that was chosen. */
export interface ChosenCommand {
  readonly command: CommandView;
  /** Full name, as in `config roles add`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOptionView[];
}

/** Form of a chosen command. */
export function CommandForm({ chosen, onClose }: CommandFormProps): VNode {
  const { options, name } = chosen;
  const [values, setValues] = useState<ValuesView>({});
  const [shown, setShown] = useState(() =>
    options.filter(({ required }) => required).map((option) => option.name),
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [focused, setFocused] = useState<CommandOptionView | undefined>(
    options.find(({ required }) => required),
  );
  const set = (option: string, value: ValueView | undefined): void => {
    const { [option]: _old, ...rest } = values;
    const { [option]: _problem, ...others } = problems;
    setValues(value === undefined ? rest : { ...rest, [option]: value });
    setProblems(others);
  };
  const send = (): void => {
    const found = options.flatMap((option) => {
      const problem = checkOption(option, values[option.name]);
      return problem === undefined ? [] : [[option.name, problem] as const];
    });
    setProblems(Object.fromEntries(found));
    if (found.length > 0) {
      document.getElementById(`option-${found[0]?.[0]}`)?.focus();
      return;
    }
    onClose();
    void connection.do('slash', { name, options: values });
  };
  const hidden = options.filter((option) => !shown.includes(option.name));
  const problem = focused && problems[focused.name];
  return (
    <form
      class="command-form"
      aria-label={`Command ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="command-hint" aria-live="polite">
        <strong>{focused?.name ?? `/${name}`}</strong>{' '}
        <span class={problem ? 'problem' : ''}>{problem ?? focused?.description ?? chosen.description}</span>
        <span class="by">{nameOf(chosen.command.botId)}</span>
      </div>
      <div class="command-line">
        <span class="command-name">/{name}</span>
        {shown.map((optionName, index) => {
          const option = options.find((candidate) => candidate.name === optionName);
          if (!option) return null;
          return (
            <OptionField
              key={optionName}
              command={name}
              option={option}
              values={values}
              problem={problems[optionName]}
              hasFocus={
                index ===
                (shown.length > options.filter(({ required }) => required).length ? shown.length - 1 : 0)
              }
              onFocus={() => setFocused(option)}
              onChange={(value) => set(optionName, value)}
            />
          );
        })}
        {hidden.map((option) => (
          <button
            key={option.name}
            type="button"
            class="more-option"
            title={option.description}
            onClick={() => setShown([...shown, option.name])}
          >
            +{option.name}
          </button>
        ))}
        <span class="spacer" />
        <button type="button" class="icon-button" aria-label="Cancel command" onClick={onClose}>
          <Icon name="close" />
        </button>
        <button
          type="submit"
          class="icon-button send"
          aria-label="Run command"
          ref={(button) => {
            if (options.every(({ required }) => !required) && shown.length === 0) button?.focus();
          }}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

interface CommandFormProps {
  readonly chosen: ChosenCommand;
  readonly onClose: () => void;
}
