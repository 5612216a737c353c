import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModalView, ValuesView, ValueView } from '../page-message.js';
import { connection } from './connection.js';
import { Icon } from './icon.js';
import { Markdown } from './markdown.js';
import type { ModalField } from './modal-field.js';
import { checkField, fieldsOf, ModalInput } from './modal-field.js';

/** Modal that a bot opened. */
export function ModalDialog({ modal }: { readonly modal: ModalView }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const fields = fieldsOf(modal);
  const [values, setValues] = useState<ValuesView>(() => startValues(fields));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.field input, .field textarea')?.focus();
  }, []);
  const close = (): void => connection.set({ modal: undefined });
  const submit = async (): Promise<void> => {
    const found = fields.flatMap((field) => {
      const problem = checkField(field, values[field.id]);
      return problem === undefined ? [] : [[field.id, problem] as const];
    });
    setProblems(Object.fromEntries(found));
    if (found.length > 0) return;
    setBusy(true);
    const { error, modal: next } = await connection.ask('submit', { handle: modal.handle, values });
    setBusy(false);
    if (error === undefined) connection.set({ modal: next });
    else setFailure(error);
  };
  const set = (id: string, value: ValueView | undefined): void => {
    const { [id]: _old, ...rest } = values;
    const { [id]: _problem, ...others } = problems;
    setProblems(others);
    setValues(value === undefined ? rest : { ...rest, [id]: value });
  };
  return (
    <dialog ref={dialog} class="modal" aria-label={modal.title} onClose={close}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2>{modal.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <p class="modal-note">This form will be submitted to {modal.botName}. Do not share passwords.</p>
        {failure && (
          <p class="failure" role="alert">
            {failure}
          </p>
        )}
        {modal.components.map((component, index) =>
          component.type === 10 ? <Markdown key={index} text={String(component['content'] ?? '')} /> : null,
        )}
        {fields.map((field) => (
          <div key={field.id} class="field">
            <label for={`field-${field.id}`}>
              {field.label}
              {field.isRequired && <span class="required"> *</span>}
            </label>
            {field.description && <small>{field.description}</small>}
            <ModalInput field={field} value={values[field.id]} onChange={(value) => set(field.id, value)} />
            {problems[field.id] && (
              <p class="problem" role="alert">
                {problems[field.id]}
              </p>
            )}
          </div>
        ))}
        <footer>
          <button type="button" class="button secondary" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={isBusy}>
            Submit
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function startValues(fields: readonly ModalField[]): ValuesView {
  const filled = fields.flatMap(({ id, data }) =>
    typeof data['value'] === 'string' ? [[id, data['value']] as const] : [],
  );
  return Object.fromEntries(filled);
}
