import type { APIEmbed } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import { usesComponentsV2 } from '../../models/component-layout.js';
import type { Jsonable } from '../../models/message-payload.js';
import type { MessageFiles } from '../../models/renderable.js';
import type { Awaitable } from '../../types/type-tools.js';
import type { LayoutPart } from '../layout/layout-part.js';
import { toJson, toPlain } from '../layout/layout-part.js';
import { TextDisplay } from '../layout/text-display.js';

/** Page of several things. */
export interface MessagePage {
  /** Text of the page, at most 2,000 characters. */
  readonly content?: string;
  /** Embeds of the page, at most ten. */
  readonly embeds?: readonly Jsonable<APIEmbed>[];
  /** Layout, or rows of links and of buttons with a path. */
  readonly components?: readonly (string | LayoutPart)[];
  /** Files that go with the page; those of the page before are taken away. A stream can be read once, so give a path. */
  readonly files?: MessageFiles;
  /** What the menu of pages calls it; the title of its first embed, or its number, unless given. */
  readonly title?: string;
}

/** One page as it is shown: a text, an embed or several, a layout, or a `MessagePage`. */
export type ShownPage =
  | string
  | Jsonable<APIEmbed>
  | readonly Jsonable<APIEmbed>[]
  | readonly (string | LayoutPart)[]
  | MessagePage;

/** One page, or a function that gives it each time somebody turns to it. */
export type PaginatorPage = ShownPage | (() => Awaitable<ShownPage>);

/** Pages in their order; an async iterable is asked only for what is looked at. */
export type PaginatorPages = Iterable<PaginatorPage> | AsyncIterable<PaginatorPage>;

/** Page with its parts sorted. */
export interface ReadPage {
  readonly content: string;
  readonly embeds: readonly Jsonable<APIEmbed>[];
  readonly components: readonly object[];
  readonly files?: MessageFiles;
  /** Whether its components take the whole message. */
  readonly isLayout: boolean;
}

/** Sorts the parts of a page. @throws {InvalidComponentError} when its components leave no room for its embeds. */
export function readPage(page: ShownPage): ReadPage {
  const { components = [], content = '', embeds = [], files } = asPage(page);
  const plain = components.map((part) => toPlain(typeof part === 'string' ? new TextDisplay(part) : part));
  const isLayout = usesComponentsV2(plain);
  if (isLayout && embeds.length > 0) {
    throw new InvalidComponentError(
      'A page with a layout cannot have embeds; put a Container in their place.',
    );
  }
  return { content, embeds, components: plain, isLayout, ...(files ? { files } : {}) };
}

/**
 * Refuses a page whose files can be read once only, where it may be shown again.
 *
 * @throws {InvalidComponentError} saying what to give instead.
 */
export function checkFiles(page: PaginatorPage): void {
  if (typeof page === 'function') return;
  const once = asPage(page).files?.find(({ data }) => Symbol.asyncIterator in data);
  if (!once) return;
  throw new InvalidComponentError(
    `The file ${once.name ?? ''} of a page is a stream, which can be read once, and a page may be shown many times. ` +
      'Give bytes, { path }, a function that opens the stream, or the page itself as a function.',
  );
}

/** What the menu of pages calls a page. */
export function titleOf(page: PaginatorPage, index: number): string {
  const { embeds: [embed] = [], title } = typeof page === 'function' ? {} : asPage(page);
  const ofEmbed = embed && ('toJSON' in embed ? embed.toJSON() : embed).title;
  return (title ?? ofEmbed ?? `Page ${index + 1}`).slice(0, 100);
}

function asPage(page: ShownPage): MessagePage {
  if (typeof page === 'string') return { content: page };
  if (typeof page !== 'object' || page === null) {
    throw new InvalidComponentError(
      `${String(page)} is no page: give a text, an embed, a layout, { content, embeds, files, … } or a function.`,
    );
  }
  if (isList(page))
    return page.every(isEmbed) ? { embeds: page as readonly Jsonable<APIEmbed>[] } : { components: page };
  return isEmbed(page) ? { embeds: [page] } : page;
}

function isList(page: ShownPage): page is readonly (string | object)[] {
  return Array.isArray(page);
}

/** An embed has neither the type of a component nor parts of a message. */
function isEmbed(part: string | object): part is Jsonable<APIEmbed> {
  if (typeof part === 'string') return false;
  const plain = toJson(part) as { readonly type?: unknown };
  return typeof plain.type !== 'number' && !PAGE_KEYS.some((key) => key in plain);
}

const PAGE_KEYS = [
  'components',
  'content',
  'embeds',
  'files',
] as const satisfies readonly (keyof MessagePage)[];
