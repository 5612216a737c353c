// Four characters as one number, the first in the lowest byte.
const NULL = 0x6c6c756e;
const TRUE = 0x65757274;
/** First four characters of `false`. */
export const FALS = 0x736c6166;
const NIL = 0x6c696e;
const UNDE = 0x65646e75;
const FINE = 0x656e6966;
const LOWER_D = 0x64;
const LOWER_E = 0x65;

/** First four characters, as one number, of the literal that an atom is in JSON; 0 for an atom that is text. */
export function literalOf(view: DataView, start: number, length: number): number {
  const first = view.getInt32(start, true);
  switch (length) {
    case 3:
      return (first & 0xffffff) === NIL ? NULL : 0;
    case 4:
      return first === TRUE || first === NULL ? first : 0;
    case 5:
      return first === FALS && view.getUint8(start + 4) === LOWER_E ? FALS : 0;
    case 9:
      return isUndefined(view, start) ? NULL : 0;
    default:
      return 0;
  }
}

function isUndefined(view: DataView, start: number): boolean {
  const isSoFar = view.getInt32(start, true) === UNDE && view.getInt32(start + 4, true) === FINE;
  return isSoFar && view.getUint8(start + 8) === LOWER_D;
}
