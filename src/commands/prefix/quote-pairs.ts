/** Closing quote of each opening one: straight, typographic and East Asian pairs. */
export const QUOTE_PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['‘', '’'],
  ['‚', '‛'],
  ['“', '”'],
  ['„', '‟'],
  ['⹂', '⹂'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['＂', '＂'],
  ['｢', '｣'],
  ['«', '»'],
  ['‹', '›'],
  ['《', '》'],
  ['〈', '〉'],
]);

/** Every character that opens or closes a quotation. */
export const ALL_QUOTES: ReadonlySet<string> = new Set([...QUOTE_PAIRS.keys(), ...QUOTE_PAIRS.values()]);
