import type { APIFileComponent } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { ComponentOptions } from './layout-part.js';
import { given } from './layout-part.js';

/** Uploaded file, shown as one. @see https://docs.discord.com/developers/components/reference#file */
export class FileComponent {
  constructor(
    /** Name of a file of the same message, with or without `attachment://`. */
    readonly name: string,
    /** Looks of the file. */
    readonly options: ComponentOptions & {
      /** Whether it is hidden until somebody clicks on it. */
      readonly spoiler?: boolean;
    } = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APIFileComponent {
    const url = this.name.includes('://') ? this.name : `attachment://${this.name}`;
    if (!url.startsWith('attachment://')) {
      throw new InvalidComponentError(
        `A file component shows a file of the same message, by "attachment://name", not ${url}.`,
      );
    }
    const { id, spoiler } = this.options;
    return { type: 13, file: { url }, ...given({ id, spoiler }) };
  }
}
