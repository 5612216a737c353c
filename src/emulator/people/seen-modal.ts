import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { InteractionRecord, ModalRecord } from '../interactions/interaction-record.js';
import { flattenComponents } from '../world/message-book.js';
import type { ComponentRecord } from '../world/message-record.js';

/** Field of a modal. */
export interface SeenField {
  /** Text above the field. */
  readonly label: string;
  /** What the bot finds the value under. */
  readonly customId: string;
  /** What stands in the field before anybody types. */
  readonly value: string | undefined;
  /** Whether the modal cannot be sent without it. */
  readonly isRequired: boolean;
  /** Component as Discord sends it. */
  readonly data: Readonly<ComponentRecord>;
}

/** Modal that a bot opened, as a person sees it. */
export class SeenModal {
  /** Interaction that opened it. @internal */
  readonly interaction: InteractionRecord;
  readonly #modal: ModalRecord;

  /** @internal */
  constructor(interaction: InteractionRecord, modal: ModalRecord) {
    this.interaction = interaction;
    this.#modal = modal;
  }

  /** Text at the top. */
  get title(): string {
    return this.#modal.title;
  }

  /** What the bot knows the modal by. */
  get customId(): string {
    return this.#modal.customId;
  }

  /** Top-level components as Discord sends them. */
  get components(): readonly ComponentRecord[] {
    return this.#modal.components;
  }

  /** Fields in reading order. */
  get fields(): readonly SeenField[] {
    return this.components.flatMap((component) =>
      flattenComponents([component])
        .filter(({ custom_id }) => custom_id !== undefined)
        .map((data) => ({
          label: (component.type === 18 ? component.label : data.label) ?? '',
          customId: data.custom_id ?? '',
          value: typeof data['value'] === 'string' ? data['value'] : undefined,
          isRequired: data['required'] !== false,
          data,
        })),
    );
  }

  /** Shows what a failed comparison needs. */
  toJSON(): Record<string, unknown> {
    return { modal: this.title, fields: this.fields.map(({ label }) => label) };
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, this.toJSON(), options, inspect);
  }
}
