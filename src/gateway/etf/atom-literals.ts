import type { Buffer } from 'node:buffer';

/** What an atom means in JSON; `undefined` for one that is text. */
export function literalOf(bytes: Buffer, start: number, length: number): string | undefined {
  const candidates = literals[length];
  if (candidates === undefined) return undefined;
  for (const { atom, meaning } of candidates) if (isAt(atom, bytes, start)) return meaning;
  return undefined;
}

function isAt(atom: string, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < atom.length; index++)
    if (bytes[start + index] !== atom.charCodeAt(index)) return false;
  return true;
}

/** Atoms that are no text, by their length. */
const literals: readonly (readonly { readonly atom: string; readonly meaning: string }[] | undefined)[] = [
  undefined,
  undefined,
  undefined,
  [{ atom: 'nil', meaning: 'null' }],
  [
    { atom: 'null', meaning: 'null' },
    { atom: 'true', meaning: 'true' },
  ],
  [{ atom: 'false', meaning: 'false' }],
  undefined,
  undefined,
  undefined,
  [{ atom: 'undefined', meaning: 'null' }],
];
