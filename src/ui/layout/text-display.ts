import type { APITextDisplayComponent } from 'discord-api-types/v10';
import { checkRange } from './layout-part.js';

/** Text with markdown, at most 4,000 characters in a message. @see https://docs.discord.com/developers/components/reference#text-display */
export class TextDisplay {
  constructor(readonly content: string) {}

  toJSON(): APITextDisplayComponent {
    checkRange('Characters of a text display', this.content.length, 1, 4000);
    return { type: 10, content: this.content };
  }
}
