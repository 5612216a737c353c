import type { APITextDisplayComponent } from 'discord-api-types/v10';
import type { ComponentOptions } from './layout-part.js';
import { checkRange, given } from './layout-part.js';

/** Text with markdown, at most 4,000 characters in a message. @see https://docs.discord.com/developers/components/reference#text-display */
export class TextDisplay {
  constructor(
    /** Text with markdown, 1 to 4,000 characters. */
    readonly content: string,
    /** Number of the component. */
    readonly options: ComponentOptions = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APITextDisplayComponent {
    checkRange('Characters of a text display', this.content.length, 1, 4000);
    return { type: 10, ...given({ id: this.options.id }), content: this.content };
  }
}
