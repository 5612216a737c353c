import type { ChannelType } from 'discord-api-types/v10';
import type { AutocompleteSource } from './autocomplete.js';
import type { ChoiceSource } from './choices.js';
import type { Localizations } from './localizations.js';

/** Settings that every kind of option takes. */
export interface CommonOptionSettings<R extends boolean> {
  /** Name shown to users; the property's name in snake_case unless given. */
  readonly name?: string;
  /** Names in other languages, by locale. */
  readonly nameLocalizations?: Localizations;
  /** Descriptions in other languages, by locale. */
  readonly descriptionLocalizations?: Localizations;
  /** `false` goes with a property that may be undefined (`name?: T`), never with an initialiser. */
  readonly required?: R;
  /** In a prefix command: a word that does not fit is left to the next option, and this one keeps its default. */
  readonly skippable?: boolean;
}

/** Settings of options that are typed as text. */
export interface StringOptionSettings<R extends boolean> extends CommonOptionSettings<R> {
  /** Where suggestions come from while the user types. */
  readonly autocomplete?: AutocompleteSource<string>;
  /** Values of which one is chosen. */
  readonly choices?: ChoiceSource<string>;
  /** 0 to 6000 characters. */
  readonly minLength?: number;
  /** 1 to 6000 characters. */
  readonly maxLength?: number;
  /** In a prefix command: takes the rest of the line, quotes and all, instead of one word; `raw` keeps outer spaces. */
  readonly rest?: boolean | 'raw';
}

/** Settings of integers and numbers. */
export interface NumericOptionSettings<R extends boolean> extends CommonOptionSettings<R> {
  /** Where suggestions come from while the user types. */
  readonly autocomplete?: AutocompleteSource<number>;
  /** Values of which one is chosen. */
  readonly choices?: ChoiceSource<number>;
  /** Least value. */
  readonly minValue?: number;
  /** Greatest value. */
  readonly maxValue?: number;
}

/** Settings of channel options. */
export interface ChannelOptionSettings<R extends boolean, C extends readonly ChannelType[]>
  extends CommonOptionSettings<R> {
  /** Types of channels that may be chosen; all unless given. */
  readonly types?: C;
}

/** Settings of attachment options. */
export interface AttachmentOptionSettings<R extends boolean> extends CommonOptionSettings<R> {
  /** Types of files that may be chosen, as file extensions (`.png`) or media types (`image/*`). */
  readonly fileTypes?: readonly string[];
}

/** Settings of options that a converter makes from text. */
export interface CustomOptionSettings<R extends boolean> extends CommonOptionSettings<R> {
  /** Where suggestions come from while the user types. */
  readonly autocomplete?: AutocompleteSource<string>;
  /** Fewest characters of the text, 0 to 6000. */
  readonly minLength?: number;
  /** Most characters of the text, 1 to 6000. */
  readonly maxLength?: number;
  /** In a prefix command: takes the rest of the line instead of one word; `raw` keeps outer spaces. */
  readonly rest?: boolean | 'raw';
}

/** Settings of lists. */
export interface ListOptionSettings<R extends boolean> extends CommonOptionSettings<R> {
  /** In a prefix command: takes words as long as they fit and leaves the others, instead of all to the end. */
  readonly greedy?: boolean;
}

/** Settings of all kinds together, as compiled options carry them. */
export interface OptionSettings
  extends Omit<StringOptionSettings<boolean>, 'autocomplete' | 'choices'>,
    Omit<NumericOptionSettings<boolean>, 'autocomplete' | 'choices'>,
    ChannelOptionSettings<boolean, readonly ChannelType[]>,
    AttachmentOptionSettings<boolean>,
    ListOptionSettings<boolean> {
  /** Where suggestions come from while the user types. */
  readonly autocomplete?: AutocompleteSource;
  /** Values of which one is chosen. */
  readonly choices?: ChoiceSource;
}
