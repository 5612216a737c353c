/**
 * Opens modals and takes their submissions.
 *
 * A modal that somebody asks by (`ctx.ask`) carries the key of the question; any number may be open at once. Dismissing a
 * modal is not told by Discord, so each question ends by its timeout. A submission with mistakes is answered by what is
 * wrong and a button; the button opens the modal again with what was typed, which is kept for 15 minutes.
 */
import type {
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { DuplicateComponentError } from '../../errors/duplicate-component-error.js';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { Interaction } from '../../interactions/interaction.js';
import { ModalContext } from '../../interactions/interaction-context.js';
import type {
  AskOptions,
  ModalAsker,
  ModalFields,
  ModalSubmission,
  OpenModalOptions,
} from '../../interactions/modal-asker.js';
import { askModalsOf } from '../../interactions/modal-asker.js';
import { ResolvedEntities } from '../../interactions/resolved-entities.js';
import type { ModelHost } from '../../models/host.js';
import type { LoadedCog } from '../../pipeline/cog-surface.js';
import { compileHandler } from '../../pipeline/compile-handler.js';
import type { CompiledHandler, HandlerOrigin } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import type { Constructor } from '../../types/type-tools.js';
import type { ComponentInteraction } from '../components/component-interaction.js';
import { ComponentPath } from '../paths/component-path.js';
import { PathRouter } from '../paths/path-router.js';
import { ExpiringMap } from './expiring-map.js';
import type { ModalBlueprint } from './modal-blueprint.js';
import { modalBlueprintOf } from './modal-blueprint.js';
import { readModalId, writeModalId, writeRetryId } from './modal-custom-id.js';
import type { ModalFace } from './modal-json.js';
import { faceOf, modalToJson, toModalJson } from './modal-json.js';
import type { SubmitHandler } from './on-submit.js';
import { submitMetadata } from './on-submit.js';
import type { RawInput } from './raw-input.js';
import { readRawInputs } from './raw-input.js';
import type { ModalMistake } from './read-modal.js';
import { readModal } from './read-modal.js';

/** How long a question is open, and what was typed is kept, when nobody says. */
const PATIENCE_MS = 15 * 60_000;

/** Stands in custom ids for the class, where plain JSON was asked by. */
const JSON_ID = 'json';

interface Question {
  /** Absent where plain JSON was asked by. */
  readonly blueprint: ModalBlueprint | undefined;
  readonly title: string;
  readonly resolve: (submission: ModalSubmission | undefined) => void;
  /** Key of what was typed last, while that is kept. */
  draft: string | undefined;
}

interface Draft {
  readonly blueprint: ModalBlueprint;
  readonly question: string | undefined;
  readonly face: ModalFace;
}

interface Submit {
  readonly blueprint: ModalBlueprint;
  readonly place: string;
  readonly compiled: CompiledHandler<ModalContext>;
}

/** Modals of one bot. */
export class ModalDesk implements ModalAsker {
  readonly #tools: PipelineTools;
  readonly #submits = new Map<string, Submit>();
  readonly #paths = new PathRouter<CompiledHandler<ModalContext>>();
  readonly #questions: ExpiringMap<Question>;
  readonly #drafts: ExpiringMap<Draft>;

  constructor(host: ModelHost, tools: PipelineTools) {
    this.#tools = tools;
    this.#questions = new ExpiringMap(tools.clock);
    this.#drafts = new ExpiringMap(tools.clock);
    askModalsOf(host, this);
  }

  /** How many questions are open and drafts are kept. */
  get size(): number {
    return this.#questions.size + this.#drafts.size;
  }

  async open(
    interaction: Interaction,
    modalClass: Constructor,
    options: OpenModalOptions<object>,
  ): Promise<void> {
    const { id, name } = modalBlueprintOf(modalClass);
    if (!this.#submits.has(id)) {
      throw new InvalidComponentError(
        `Nobody would take the submissions of ${name}: write @OnSubmit(${name}) on a method of a cog, or ask by ctx.ask(${name}).`,
      );
    }
    await interaction.responder.showModal(modalToJson(modalClass, options));
  }

  async ask(
    interaction: Interaction,
    modal: Constructor | APIModalInteractionResponseCallbackData,
    options: AskOptions<object>,
  ): Promise<ModalSubmission | undefined> {
    const blueprint = typeof modal === 'function' ? modalBlueprintOf(modal) : undefined;
    const face = blueprint && faceOf(blueprint, options);
    let answer: Question['resolve'] = () => undefined;
    const answered = new Promise<ModalSubmission | undefined>((resolve) => {
      answer = resolve;
    });
    const { timeoutMs = PATIENCE_MS } = options;
    const question: Question = { blueprint, title: face?.title ?? '', resolve: answer, draft: undefined };
    const key = this.#questions.add(question, timeoutMs, () => this.#end(question, undefined));
    const json = face
      ? toModalJson(blueprint!, key, face)
      : { ...(modal as APIModalInteractionResponseCallbackData), custom_id: writeModalId(JSON_ID, key) };
    try {
      await interaction.responder.showModal(json);
    } catch (error) {
      this.#questions.take(key);
      throw error;
    }
    return this.#tools.activity.park(answered);
  }

  /** Registers the `@OnSubmit` methods of a cog, one by one; each gives the way to undo it. */
  *attach(cog: LoadedCog): Generator<() => void> {
    for (const handler of submitMetadata.of(cog.cogClass)) yield this.#attachSubmit(cog, handler);
  }

  /** Takes a submission; `false` when nobody waits for it. */
  async submit(interaction: Interaction): Promise<boolean> {
    const { data } = interaction.payload as APIModalSubmitInteraction;
    const address = readModalId(data.custom_id);
    if (!address) return this.#submitPath(interaction, data);
    const { modalId, question } = address;
    const asked = question === undefined ? undefined : this.#questions.get(question);
    const submit = question === undefined ? this.#submits.get(modalId) : undefined;
    const inputs = readRawInputs(data.components);
    const blueprint = asked?.blueprint ?? submit?.blueprint;
    if (!blueprint) return this.#answer(question, { values: fieldsOf(inputs), interaction });
    const resolved = new ResolvedEntities(interaction.host, data.resolved, interaction.guildId);
    const { mistakes, values } = await readModal(blueprint, inputs, resolved);
    const face = { title: asked?.title ?? blueprint.title, inputs };
    if (mistakes.length > 0) await this.#refuse(interaction, { blueprint, question, face }, mistakes);
    else if (submit) await this.#runSubmit(submit.compiled, interaction, values);
    else this.#answer(question, { values, interaction });
    return true;
  }

  /** Opens a modal again by its button; `false` when what was typed is no longer kept. */
  async retry(interaction: ComponentInteraction, key: string): Promise<boolean> {
    const draft = this.#drafts.get(key);
    if (!draft || (draft.question !== undefined && !this.#questions.get(draft.question))) return false;
    await interaction.responder.showModal(toModalJson(draft.blueprint, draft.question, draft.face));
    return true;
  }

  /** Ends every question without an answer. */
  close(): void {
    for (const key of this.#questions.keys()) this.#answer(key, undefined);
    for (const key of this.#drafts.keys()) this.#drafts.take(key);
  }

  /** Ends a question; `false` when it has ended before. */
  #answer(key: string | undefined, submission: ModalSubmission | undefined): boolean {
    const question = key === undefined ? undefined : this.#questions.take(key);
    if (question) this.#end(question, submission);
    return question !== undefined;
  }

  #end({ draft, resolve }: Question, submission: ModalSubmission | undefined): void {
    if (draft !== undefined) this.#drafts.take(draft);
    resolve(submission);
  }

  #attachSubmit({ instance, name }: LoadedCog, { method, modal }: SubmitHandler): () => void {
    const place = `${name}.${method}`;
    const id = typeof modal === 'string' ? modal : modalBlueprintOf(modal).id;
    const origin: HandlerOrigin = { kind: 'modal', name: id, cog: name, method };
    const handler = Reflect.get(instance, method) as (...args: never[]) => unknown;
    const compiled = compileHandler<ModalContext>({ origin, target: instance, method: handler }, this.#tools);
    if (typeof modal === 'string') return this.#paths.add(new ComponentPath(modal), compiled, place);
    return this.#addSubmit({ blueprint: modalBlueprintOf(modal), place, compiled });
  }

  #addSubmit(submit: Submit): () => void {
    const { blueprint, place } = submit;
    const other = this.#submits.get(blueprint.id);
    if (other) {
      throw new DuplicateComponentError(
        `${place} and ${other.place} both take the submissions of the modal "${blueprint.id}". Keep one, or give one of ` +
          'the modals another id.',
      );
    }
    this.#submits.set(blueprint.id, submit);
    return () => this.#submits.delete(blueprint.id);
  }

  async #submitPath(interaction: Interaction, data: APIModalSubmitInteraction['data']): Promise<boolean> {
    const match = this.#paths.find(data.custom_id);
    if (!match) return false;
    const fields = fieldsOf(readRawInputs(data.components));
    await this.#runSubmit(match.target, interaction, fields, match.values);
    return true;
  }

  /** Runs the handler; one that answers nothing meant no answer, and Discord would show a failure. */
  async #runSubmit(
    compiled: CompiledHandler<ModalContext>,
    interaction: Interaction,
    ...args: readonly object[]
  ): Promise<void> {
    await compiled(new ModalContext(interaction), ...args);
    await interaction.responder.dismiss();
  }

  /** Keeps what was typed; of one question, only what was typed last. */
  #keepDraft(draft: Draft): string {
    const key = this.#drafts.add(draft, PATIENCE_MS);
    const question = draft.question === undefined ? undefined : this.#questions.get(draft.question);
    if (!question) return key;
    if (question.draft !== undefined) this.#drafts.take(question.draft);
    question.draft = key;
    return key;
  }

  async #refuse(interaction: Interaction, draft: Draft, mistakes: readonly ModalMistake[]): Promise<void> {
    const { invalidText, retryLabel } = draft.blueprint;
    const key = this.#keepDraft(draft);
    const lines = mistakes.map(({ label, sentence }) => `- **${label}**: ${sentence}`);
    const button = { type: 2, style: 1, custom_id: writeRetryId(key), label: retryLabel } as const;
    await interaction.responder.reply(
      {
        content: [invalidText, ...lines].join('\n').slice(0, 2000),
        components: [{ type: 1, components: [button] }],
      },
      { ephemeral: true },
    );
  }
}

function fieldsOf(inputs: ReadonlyMap<string, RawInput>): ModalFields {
  return Object.fromEntries([...inputs].map(([id, { value, values }]) => [id, values ?? value ?? null]));
}
