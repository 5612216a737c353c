/**
 * Custom ids of views. They begin with `~`, which no path does:
 *
 *     ~!k3f9a2:press            a view in memory, by the id of the instance
 *     ~counter:press            a persistent view without state
 *     ~counter:press:3nQ…       a persistent view with its sealed state
 *     ~counter:press:*8fd…      a persistent view whose state is in the store, under that key
 *     ~!k3f9a2:buy/tea          a view in memory, the one button of several that has the value "tea"
 */
import { RESERVED_PREFIX } from '../paths/component-path.js';

/** What a custom id of a view says. */
export type ViewAddress =
  | { readonly kind: 'live'; readonly instanceId: string; readonly item: string }
  | {
      readonly kind: 'persistent';
      readonly viewId: string;
      readonly item: string;
      readonly state: StateAddress;
    };

/** Where the state of a persistent view is. */
export type StateAddress =
  | { readonly in: 'nowhere' }
  | { readonly in: 'id'; readonly sealed: string }
  | { readonly in: 'store'; readonly key: string };

const LIVE = '!';
const STORED = '*';

/** Id of an item of a view in memory. */
export function writeLiveId(instanceId: string, item: string): string {
  return `${RESERVED_PREFIX}${LIVE}${instanceId}:${item}`;
}

/** Id of an item of a persistent view. */
export function writePersistentId(viewId: string, item: string, state: StateAddress): string {
  const head = `${RESERVED_PREFIX}${viewId}:${item}`;
  if (state.in === 'nowhere') return head;
  return state.in === 'id' ? `${head}:${state.sealed}` : `${head}:${STORED}${state.key}`;
}

/** Name of an item in custom ids, with its value where it appears several times. */
export function writeItemName(key: string, value: string | number | boolean): string {
  return `${key}/${String(value).replace(/[%/:]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
}

/** Whether an id is one of a view's. */
export function isViewId(customId: string): boolean {
  return customId.startsWith(RESERVED_PREFIX);
}

/** Reads an id that begins as one of a view; `undefined` when the rest is none. */
export function readViewId(customId: string): ViewAddress | undefined {
  const nameEnd = customId.indexOf(':');
  if (nameEnd < 0) return undefined;
  const itemEnd = customId.indexOf(':', nameEnd + 1);
  const name = customId.slice(RESERVED_PREFIX.length, nameEnd);
  const item = customId.slice(nameEnd + 1, itemEnd < 0 ? undefined : itemEnd);
  const state = itemEnd < 0 ? undefined : customId.slice(itemEnd + 1);
  if (!name || !item) return undefined;
  if (name.startsWith(LIVE)) return { kind: 'live', instanceId: name.slice(LIVE.length), item };
  return { kind: 'persistent', viewId: name, item, state: readStateAddress(state) };
}

function readStateAddress(text: string | undefined): StateAddress {
  if (!text) return { in: 'nowhere' };
  return text.startsWith(STORED)
    ? { in: 'store', key: text.slice(STORED.length) }
    : { in: 'id', sealed: text };
}
