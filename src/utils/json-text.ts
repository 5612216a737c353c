/**
 * Steps over JSON text without parsing it, for text as Discord writes it: without spaces.
 *
 * Every function takes an offset and gives the one behind what it stepped over, or -1 when that is not there.
 */

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** Steps over the string whose opening quote stands at `at`. */
export function skipString(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  for (let index = at + 1; index < length; index++) {
    const byte = bytes[index]!;
    if (byte === QUOTE) return index + 1;
    if (byte === BACKSLASH) index += 1;
  }
  return -1;
}

/** Steps over the value that starts at `at`. */
export function skipValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === QUOTE) return skipString(bytes, at);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(bytes, at);
  const { length } = bytes;
  let index = at;
  while (index < length && !isEnd(bytes[index]!)) index += 1;
  return index === at || index === length ? -1 : index;
}

/** Offset of the quote that ends the key whose opening quote stands at `at`; a colon follows it. */
export function keyEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return -1;
  const { length } = bytes;
  for (let index = at + 1; index < length; index++) {
    const byte = bytes[index]!;
    if (byte === QUOTE) return bytes[index + 1] === COLON ? index : -1;
    if (byte === BACKSLASH) return -1;
  }
  return -1;
}

function skipNested(bytes: Uint8Array, at: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let index = at; index < length; index++) {
    const byte = bytes[index]!;
    if (byte === QUOTE) {
      index = skipString(bytes, index) - 1;
      if (index < 0) return -1;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

function isEnd(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET;
}
