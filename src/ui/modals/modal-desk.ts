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
import type { Interaction } from '../../interactions/interaction.js';
import { ModalContext } from '../../interactions/interaction-context.js';
import type {
  AskOptions,
  ModalAsker,
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
import { toModalComponent } from './input-component.js';
import type { ModalBlueprint } from './modal-blueprint.js';
import { modalBlueprintOf } from './modal-blueprint.js';
import { readModalId, writeModalId, writeRetryId } from './modal-custom-id.js';
import type { ModalFields, SubmitHandler } from './on-submit.js';
import { submitMetadata } from './on-submit.js';
import type { RawInput } from './raw-input.js';
import { readRawInputs, toRawInput } from './raw-input.js';
import type { ModalMistake } from './read-modal.js';
import { readModal } from './read-modal.js';

/** How long a question is open, and what was typed is kept, when nobody says. */
const PATIENCE_MS = 15 * 60_000;

interface Question {
  readonly blueprint: ModalBlueprint;
  readonly resolve: (submission: ModalSubmission | undefined) => void;
}

interface Draft {
  readonly blueprint: ModalBlueprint;
  readonly question: string | undefined;
  readonly inputs: ReadonlyMap<string, RawInput>;
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
    const blueprint = modalBlueprintOf(modalClass);
    await interaction.responder.showModal(
      toModal(blueprint, undefined, prefilled(blueprint, options.values)),
    );
  }

  async ask(
    interaction: Interaction,
    modalClass: Constructor,
    options: AskOptions<object>,
  ): Promise<ModalSubmission | undefined> {
    const blueprint = modalBlueprintOf(modalClass);
    let answer: Question['resolve'] = () => undefined;
    const answered = new Promise<ModalSubmission | undefined>((resolve) => {
      answer = resolve;
    });
    const { timeoutMs = PATIENCE_MS, values } = options;
    const key = this.#questions.add({ blueprint, resolve: answer }, timeoutMs, () => answer(undefined));
    try {
      await interaction.responder.showModal(toModal(blueprint, key, prefilled(blueprint, values)));
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
    const blueprint = asked?.blueprint ?? submit?.blueprint;
    if (!blueprint) return false;
    const inputs = readRawInputs(data.components);
    const resolved = new ResolvedEntities(interaction.host, data.resolved, interaction.guildId);
    const { mistakes, values } = await readModal(blueprint, inputs, resolved);
    if (mistakes.length > 0) await this.#refuse(interaction, { blueprint, question, inputs }, mistakes);
    else if (submit) await this.#runSubmit(submit.compiled, interaction, values);
    else this.#questions.take(question!)?.resolve({ values, interaction });
    return true;
  }

  /** Opens a modal again by its button; `false` when what was typed is no longer kept. */
  async retry(interaction: ComponentInteraction, key: string): Promise<boolean> {
    const draft = this.#drafts.get(key);
    if (!draft || (draft.question !== undefined && !this.#questions.get(draft.question))) return false;
    await interaction.responder.showModal(toModal(draft.blueprint, draft.question, draft.inputs));
    return true;
  }

  /** Ends every question without an answer. */
  close(): void {
    for (const key of this.#questions.keys()) this.#questions.take(key)?.resolve(undefined);
    for (const key of this.#drafts.keys()) this.#drafts.take(key);
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
    const inputs = readRawInputs(data.components);
    const fields: ModalFields = Object.fromEntries(
      [...inputs].map(([customId, { value, values }]) => [customId, values ?? value ?? null]),
    );
    await this.#runSubmit(match.target, interaction, fields, match.values);
    return true;
  }

  /** Runs the handler; one that answers nothing meant no answer, and Discord would show a failure. */
  async #runSubmit(
    compiled: CompiledHandler<ModalContext>,
    interaction: Interaction,
    ...args: readonly object[]
  ): Promise<void> {
    const { responder } = interaction;
    await compiled(new ModalContext(interaction), ...args);
    responder.cancelDeferral();
    if (responder.isAnswered) return;
    if (interaction.message) await responder.deferUpdate();
    else await responder.deleteOriginal();
  }

  async #refuse(interaction: Interaction, draft: Draft, mistakes: readonly ModalMistake[]): Promise<void> {
    const { invalidText, retryLabel } = draft.blueprint;
    const key = this.#drafts.add(draft, PATIENCE_MS);
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

function toModal(
  blueprint: ModalBlueprint,
  question: string | undefined,
  inputs: ReadonlyMap<string, RawInput>,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeModalId(blueprint.id, question),
    title: blueprint.title,
    components: blueprint.fields.map((field) => toModalComponent(field, inputs.get(field.property))),
  } as APIModalInteractionResponseCallbackData;
}

/** What stands in the fields from the start: what the caller gives, or else the initialisers of the class. */
function prefilled(blueprint: ModalBlueprint, values: object = {}): ReadonlyMap<string, RawInput> {
  const inputs = new Map<string, RawInput>();
  for (const { initial, property } of blueprint.fields) {
    const raw = toRawInput((values as Readonly<Record<string, unknown>>)[property] ?? initial);
    if (raw) inputs.set(property, raw);
  }
  return inputs;
}
