/** What the panel of the page shows of the bot: traffic, log lines, how its process is. */

/** One line of the traffic between bot and Discord. */
export interface TrafficView {
  readonly id: number;
  readonly atMs: number;
  readonly kind: string;
  readonly bot: string;
  readonly line: string;
  /** Payload, cut where it is very long. */
  readonly data: string;
}

/** One line that the bot logged or printed. */
export interface LogView {
  /** Number of the line, counted from the start of the playground. */
  readonly id: number;
  /** When it was written, in milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** How much it matters; `output` is what the process printed by itself. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'output';
  /** Part of the bot that speaks. */
  readonly room: string;
  /** Text of the line. */
  readonly message: string;
  /** Cog and method whose handler failed, as in `Shop.buy`. */
  readonly origin: string | undefined;
  /** Stack of the error, when there is one. */
  readonly stack: string | undefined;
}

/** How the bot's process is. */
export interface BotStatus {
  /** What the process does; `unmanaged` when the playground did not start it. */
  readonly state: 'starting' | 'online' | 'stopped' | 'crashed' | 'unmanaged';
  /** Number of starts so far: it grows with every reload. */
  readonly starts: number;
  /** Why it stopped or crashed; empty otherwise. */
  readonly detail: string;
}

/** Fault that can be played by a button. */
export interface FaultView {
  readonly name: string;
  readonly group: string;
  readonly label: string;
  readonly hint: string;
}
