import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ComponentOptions, LayoutPart } from './layout-part.js';
import { checkRange, checkTypes, given, toPlain } from './layout-part.js';

const INTERACTIVE: ReadonlySet<number> = new Set([2, 3, 5, 6, 7, 8]);
const TYPE_BUTTON = 2;

/** One to five buttons, or one select. @see https://docs.discord.com/developers/components/reference#action-row */
export class ActionRow {
  constructor(
    /** Buttons, or one select. */
    readonly components: readonly LayoutPart[],
    /** Number of the component. */
    readonly options: ComponentOptions = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APIActionRowComponent<APIComponentInMessageActionRow> {
    const components = this.components.map(toPlain) as APIComponentInMessageActionRow[];
    checkTypes('An action row', components, INTERACTIVE);
    checkRange('Components of an action row', components.length, 1, 5);
    if (components.length > 1 && components.some(({ type }) => type !== TYPE_BUTTON)) {
      throw new InvalidComponentError('A select stands in an action row alone; give it one of its own.');
    }
    return { type: 1, ...given({ id: this.options.id }), components };
  }
}
