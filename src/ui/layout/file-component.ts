import type { APIFileComponent } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import { given } from './layout-part.js';

/** Uploaded file, shown as one. @see https://docs.discord.com/developers/components/reference#file */
export class FileComponent {
  constructor(
    /** Name of a file of the same message, with or without `attachment://`. */
    readonly name: string,
    readonly options: { readonly spoiler?: boolean } = {},
  ) {}

  toJSON(): APIFileComponent {
    const url = this.name.includes('://') ? this.name : `attachment://${this.name}`;
    if (!url.startsWith('attachment://')) {
      throw new InvalidComponentError(
        `A file component shows a file of the same message, by "attachment://name", not ${url}.`,
      );
    }
    return { type: 13, file: { url }, ...given({ spoiler: this.options.spoiler }) };
  }
}
