const TWO_21 = 2_097_152;
const TWO_32 = 4_294_967_296;

/** Number of 53 bits that stands for some bytes; no cryptography, but too large to meet twice by chance. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed = 0): number {
  let a = 0x811c9dc5 ^ seed;
  let b = 0x9e3779b9 ^ (end - start);
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x85ebca6b) ^ (b >>> 13);
  }
  return ((a >>> 0) % TWO_21) * TWO_32 + (b >>> 0);
}
