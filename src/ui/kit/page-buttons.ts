import type { ButtonStyleName, ComponentEmoji } from '../components/button-style.js';

/** Buttons of a paginator, in their order; `indicator` has the number of the page. */
export type PaginatorButtonName = 'first' | 'previous' | 'indicator' | 'next' | 'last';

/** Looks of one button of a paginator. */
export interface PaginatorButton {
  /** Text on the button, at most 80 characters. */
  readonly label?: string;
  /** Emoji before the label, or in its place. */
  readonly emoji?: ComponentEmoji;
  /** Color of the button. */
  readonly style?: ButtonStyleName;
  /** Label where the button goes round to the other end. */
  readonly loopLabel?: string;
}

/** How pages are turned; a group of pages may say it for its own. */
export interface PagingOptions {
  /** Page to begin with, from 0. */
  readonly startPage?: number;
  /** Whether the last page is followed by the first. */
  readonly loop?: boolean;
  /** Whether a menu of the pages is shown; of 25 around the present one. */
  readonly menu?: boolean;
  /** Whether the number of the page opens a modal to jump to another. @defaultValue true */
  readonly jump?: boolean;
  /** Whether buttons that lead nowhere are shown, disabled. @defaultValue true */
  readonly showDisabled?: boolean;
  /** Looks of the buttons, where others are wanted; `false` leaves one out. */
  readonly buttons?: Readonly<Partial<Record<PaginatorButtonName, PaginatorButton | false>>>;
}

const LOOKS = {
  first: { label: '«' },
  previous: { label: '‹', loopLabel: '↩' },
  indicator: { style: 'primary' },
  next: { label: '›', loopLabel: '↪' },
  last: { label: '»' },
} as const satisfies Record<PaginatorButtonName, PaginatorButton>;

/** How a button stands beside a page. */
export interface PageButtonLook extends PaginatorButton {
  readonly isDisabled: boolean;
  readonly isHidden: boolean;
}

/** Where one is among pages, as far as buttons need to know. */
export interface PagePlace {
  readonly index: number;
  readonly total: number | undefined;
  readonly options: PagingOptions;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  readonly isSingle: boolean;
}

/** Look of a button: what is wanted of it over what it has by itself; an emoji takes the place of its own label. */
export function lookOfButton(name: PaginatorButtonName, place: PagePlace): PageButtonLook {
  const { index, isSingle, options, total } = place;
  const wanted = options.buttons?.[name];
  const { loopLabel, ...look }: PaginatorButton = { ...ownLook(name, wanted), ...(wanted || {}) };
  const goesRound = loops(name, place);
  const isDisabled = name === 'indicator' ? options.jump === false : leadsNowhere(name, place);
  return {
    ...(name === 'indicator' ? { label: `${index + 1}/${total ?? '…'}` } : {}),
    ...look,
    ...(goesRound && loopLabel !== undefined ? { label: loopLabel } : {}),
    isDisabled,
    isHidden:
      isSingle || wanted === false || (name !== 'indicator' && isDisabled && options.showDisabled === false),
  };
}

function ownLook(name: PaginatorButtonName, wanted: PaginatorButton | false | undefined): PaginatorButton {
  const { label: _, ...rest }: PaginatorButton = LOOKS[name];
  return wanted && wanted.emoji !== undefined ? rest : LOOKS[name];
}

function loops(name: PaginatorButtonName, { isAtEnd, isAtStart, options }: PagePlace): boolean {
  if (!options.loop) return false;
  return (name === 'previous' && isAtStart) || (name === 'next' && isAtEnd);
}

function leadsNowhere(name: PaginatorButtonName, place: PagePlace): boolean {
  const isAtItsEnd = name === 'first' || name === 'previous' ? place.isAtStart : place.isAtEnd;
  return isAtItsEnd && !loops(name, place);
}
