import type { APISeparatorComponent } from 'discord-api-types/v10';
import type { ComponentOptions } from './layout-part.js';
import { given } from './layout-part.js';

/** Looks of a separator. */
export interface SeparatorOptions extends ComponentOptions {
  /** Whether a line is drawn. @defaultValue true */
  readonly divider?: boolean;
  /** Height of the space. @defaultValue 'small' */
  readonly spacing?: 'small' | 'large';
}

/** Space between parts, with or without a line. @see https://docs.discord.com/developers/components/reference#separator */
export class Separator {
  /** Looks of the line. */
  readonly options: SeparatorOptions;

  constructor(options: SeparatorOptions = {}) {
    this.options = options;
  }

  /** Component in Discord's own form. */
  toJSON(): APISeparatorComponent {
    const { divider = true, id, spacing = 'small' } = this.options;
    return { type: 14, ...given({ id }), divider, spacing: spacing === 'small' ? 1 : 2 };
  }
}
