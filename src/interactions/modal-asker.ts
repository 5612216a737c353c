import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { ModelHost } from '../models/host.js';
import type { Constructor } from '../types/type-tools.js';
import type { Interaction } from './interaction.js';

/** What was entered into a modal, and the interaction of its submission. */
export interface ModalSubmission {
  /** What was entered, as an instance of the modal's class. */
  readonly values: object;
  /** Interaction of the submission. */
  readonly interaction: Interaction;
}

/** What was entered into a modal of plain JSON, by custom id: texts, flags, or lists of values and ids. */
export type ModalFields = Readonly<Record<string, string | boolean | readonly string[] | null>>;

/** Options of opening a modal. */
export interface OpenModalOptions<T> {
  /** Title of this one, at most 45 characters; that of the class unless given. */
  readonly title?: string;
  /** What stands in the fields from the start. */
  readonly values?: Partial<T>;
}

/** Options of asking by a modal. */
export interface AskOptions<T> extends OpenModalOptions<T> {
  /**
   * How long to wait for the submission, in milliseconds. Discord does not tell when a modal is dismissed.
   *
   * @defaultValue 900,000
   */
  readonly timeoutMs?: number;
}

/** Opens modals and waits for them; implemented above, where modals are known. */
export interface ModalAsker {
  /** Opens a modal as the first answer to an interaction. */
  open(interaction: Interaction, modalClass: Constructor, options: OpenModalOptions<object>): Promise<void>;
  /** Opens and waits; `undefined` when the time has run out. */
  ask(
    interaction: Interaction,
    modal: Constructor | APIModalInteractionResponseCallbackData,
    options: AskOptions<object>,
  ): Promise<ModalSubmission | undefined>;
}

const askers = new WeakMap<ModelHost, ModalAsker>();

/** Makes an asker responsible for the modals of a host's interactions. */
export function askModalsOf(host: ModelHost, asker: ModalAsker): void {
  askers.set(host, asker);
}

/** Asker of a host's interactions. */
export function modalAskerOf(host: ModelHost): ModalAsker {
  const asker = askers.get(host);
  if (asker) return asker;
  throw new NotReadyError(
    'A modal was opened without a bot that could take its submission. Open it through a Bot.',
  );
}
