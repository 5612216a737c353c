import type { Awaitable, Snowflake } from '../types/type-tools.js';
import type { Choice, ChoiceValue } from './choices.js';

/** What a suggesting function may look at. */
export interface AutocompleteRequest {
  /** What has been typed so far. */
  readonly value: string;
  /** Name of the option that is being filled in. */
  readonly optionName: string;
  /** Values of the other options as far as they are filled in, by their names; defaults included. */
  readonly options: Readonly<Record<string, unknown>>;
  /** User who types. */
  readonly userId: Snowflake;
  /** Guild it is typed in; `undefined` in direct messages. */
  readonly guildId: Snowflake | undefined;
  /** Language of the user, such as `de` or `en-GB`. */
  readonly locale: string;
}

/** One suggestion: a value, or a value with a text. */
export type Suggestion<V extends ChoiceValue = ChoiceValue> = V | Choice<V>;

/** Function that suggests; when written as a method of the cog, give its name. */
export type SuggestFunction<V extends ChoiceValue = ChoiceValue> = (
  request: AutocompleteRequest,
) => Awaitable<readonly Suggestion<V>[]>;

/** Where suggestions come from: a fixed list filtered by what is typed, a function, or a method of the cog by name. */
export type AutocompleteSource<V extends ChoiceValue = ChoiceValue> =
  | readonly Suggestion<V>[]
  | SuggestFunction<V>
  | { readonly method: string };
