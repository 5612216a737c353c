/** What the panel of the page shows: traffic, log lines, and how the bot is; kept for pages that open later. */
import type { TranscriptEntry } from '../emulator/record/transcript.js';
import type { BotStatus, LogView, TrafficView } from './journal-view.js';

const KEPT = 500;
const LONGEST_PAYLOAD = 6000;

/** Listener of a journal. */
export interface JournalReader {
  traffic(entry: TrafficView): void;
  log(entry: LogView): void;
  status(status: BotStatus): void;
}

/** Journal of one playground. */
export class Journal {
  readonly traffic: TrafficView[] = [];
  readonly logs: LogView[] = [];
  status: BotStatus = { state: 'unmanaged', starts: 0, detail: '' };
  readonly #readers = new Set<JournalReader>();
  #count = 0;

  /** Calls the reader with everything that comes; returns the function that ends it. */
  read(reader: JournalReader): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  addTraffic({ atMs, kind, bot, line, data }: TranscriptEntry): void {
    const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
    const cut = text.length > LONGEST_PAYLOAD ? `${text.slice(0, LONGEST_PAYLOAD)} …` : text;
    const entry = { id: ++this.#count, atMs, kind, bot, line, data: cut };
    keep(this.traffic, entry);
    for (const reader of this.#readers) reader.traffic(entry);
  }

  addLog(line: Omit<LogView, 'id'>): void {
    const entry = { id: ++this.#count, ...line };
    keep(this.logs, entry);
    for (const reader of this.#readers) reader.log(entry);
  }

  setStatus(status: BotStatus): void {
    this.status = status;
    for (const reader of this.#readers) reader.status(status);
  }
}

function keep<T>(list: T[], entry: T): void {
  list.push(entry);
  if (list.length > KEPT) list.splice(0, KEPT / 10);
}
