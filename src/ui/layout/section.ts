import type { APISectionComponent } from 'discord-api-types/v10';
import type { ComponentOptions, LayoutPart } from './layout-part.js';
import { checkRange, checkTypes, given, toPlain } from './layout-part.js';
import { TextDisplay } from './text-display.js';

const TEXTS: ReadonlySet<number> = new Set([10]);
const ACCESSORIES: ReadonlySet<number> = new Set([2, 11]);

/** One to three texts with a button or a thumbnail beside them. @see https://docs.discord.com/developers/components/reference#section */
export class Section {
  /** One to three texts. */
  readonly texts: readonly (string | LayoutPart)[];

  constructor(
    texts: string | readonly (string | LayoutPart)[],
    /** Button or thumbnail. */
    readonly accessory: LayoutPart,
    /** Number of the component. */
    readonly options: ComponentOptions = {},
  ) {
    this.texts = typeof texts === 'string' ? [texts] : texts;
  }

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APISectionComponent {
    const components = this.texts.map((text) =>
      toPlain(typeof text === 'string' ? new TextDisplay(text) : text),
    );
    const accessory = toPlain(this.accessory);
    checkRange('Texts of a section', components.length, 1, 3);
    checkTypes('The text of a section', components, TEXTS);
    checkTypes('The side of a section', [accessory], ACCESSORIES);
    return { type: 9, ...given({ id: this.options.id }), components, accessory } as APISectionComponent;
  }
}
