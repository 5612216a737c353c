/** Makes a held record equal to a newer one: what the newer lacks is gone. */
export function overwriteRecord<R extends object>(held: R, newer: R): void {
  for (const key in newer) held[key] = newer[key];
  for (const key in held) if (!(key in newer)) Reflect.deleteProperty(held, key);
}
