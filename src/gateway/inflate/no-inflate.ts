import type { Inflate } from './inflate.js';

/** Compression `none`: messages are payloads already. */
export const noInflate: Inflate = Object.freeze({
  push: (message: Buffer): Buffer => message,
  close(): void {},
});
