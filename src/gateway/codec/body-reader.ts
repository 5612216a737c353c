/**
 * Reads the data of one kind of dispatch straight from the frame's JSON text.
 *
 * Whoever takes a dispatch knows best what it needs of lists of a thousand members, and may keep them as text.
 */
export interface BodyReader {
  /**
   * Reads the value between `start` and `end`; `undefined` when it is to be parsed as usual.
   *
   * What it gives may refer to the bytes until the dispatch has been taken.
   */
  read(bytes: Buffer, start: number, end: number, eventName: string): object | undefined;
}
