import type { Transcript, TranscriptEntry } from '../emulator/record/transcript.js';

/** Tells which bots have a gateway connection, from what goes over the wire. */
export class ConnectionWatch {
  readonly #connections = new Map<string, number>();
  readonly #stop: () => void;

  constructor(transcript: Transcript) {
    for (const entry of transcript.entries) this.#note(entry);
    this.#stop = transcript.watch((entry) => this.#note(entry));
  }

  isOnline(botName: string): boolean {
    return (this.#connections.get(botName) ?? 0) > 0;
  }

  close(): void {
    this.#stop();
  }

  #note({ kind, bot, line }: TranscriptEntry): void {
    const isGreeting = kind === 'gateway-sent' && / (READY|RESUMED)$/.test(line);
    const step = isGreeting ? 1 : kind === 'gateway-closed' && bot !== '?' ? -1 : 0;
    if (step !== 0) this.#connections.set(bot, Math.max(0, (this.#connections.get(bot) ?? 0) + step));
  }
}
