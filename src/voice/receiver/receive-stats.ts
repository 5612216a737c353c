/** What became of one user's packets. */
export interface ReceiveStats {
  /** Packets that arrived. */
  readonly received: number;
  /** Packets that never came, or too late. */
  readonly lost: number;
  /** Lost packets that were bridged; a longer hole stays a hole. */
  readonly concealed: number;
  /** Packets that came after their place was given up. */
  readonly late: number;
  /** Packets that came twice. */
  readonly duplicated: number;
  /** Packets that came out of order and were put in order. */
  readonly reordered: number;
  /** Packets that the codec refused. */
  readonly undecodable: number;
}

/** The same, while it is being counted. */
export type ReceiveCounter = { -readonly [Key in keyof ReceiveStats]: ReceiveStats[Key] };

/** Counter at its beginning. */
export function newReceiveCounter(): ReceiveCounter {
  return { received: 0, lost: 0, concealed: 0, late: 0, duplicated: 0, reordered: 0, undecodable: 0 };
}
