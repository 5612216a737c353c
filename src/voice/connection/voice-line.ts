/**
 * Keeps one voice session's WebSocket: identifies, and resumes when it breaks.
 *
 * Numbered messages that were missed come again after a resume, before or after the server says so (op 9): both are
 * taken, each number once. Numbers have 16 bits and wrap.
 */
import type { TimerHandle } from '../../utils/clock.js';
import type { VoiceContext } from '../voice-context.js';
import { voiceCloseRule } from './voice-close.js';
import { VoiceOpcode } from './voice-opcode.js';
import type { VoiceMessage } from './voice-socket.js';
import { VoiceSocket } from './voice-socket.js';

const RESUME_DELAYS_MS = [500, 1_000, 2_000];
const RESUME_TIMEOUT_MS = 10_000;
/** A resume that has held for so long was a good one: attempts are counted anew. */
const STABLE_MS = 30_000;

/** What a line tells its session. */
export interface VoiceLineHandlers {
  onMessage(op: number, data: unknown): void;
  onResuming(): void;
  onResumed(): void;
  /** Over: the code says why; what could be resumed was tried. */
  onEnded(code: number): void;
}

/** Parts of a line. */
export interface VoiceLineOptions {
  readonly context: VoiceContext;
  readonly endpoint: string;
  readonly identify: Readonly<Record<string, unknown>>;
  readonly resume: Readonly<Record<string, unknown>>;
  readonly handlers: VoiceLineHandlers;
}

/** Line to a voice server that survives broken sockets. */
export class VoiceLine {
  readonly #options: VoiceLineOptions;
  #socket: VoiceSocket | undefined;
  #state: 'connecting' | 'open' | 'resuming' | 'closed' = 'connecting';
  #isResumable = false;
  #lastSeq = -1;
  #attempts = 0;
  #resumedAtMs = 0;
  #timer: TimerHandle | undefined;
  #unsent: (() => void)[] = [];

  constructor(options: VoiceLineOptions) {
    this.#options = options;
  }

  get latencyMs(): number {
    return this.#socket?.latencyMs ?? Number.NaN;
  }

  open(): void {
    this.#connect(() => {
      this.#state = 'open';
      this.#socket?.send(VoiceOpcode.Identify, this.#options.identify);
      this.#sendUnsent();
    });
  }

  /** Says that the session is established: from now on a broken socket is resumed. */
  allowResume(): void {
    this.#isResumable = true;
  }

  /** Sends JSON; while the line is broken it waits for the resume. */
  send(op: number, data: unknown): void {
    this.#whenOpen(() => this.#socket?.send(op, data));
  }

  sendBinary(op: number, payload: Uint8Array): void {
    this.#whenOpen(() => this.#socket?.sendBinary(op, payload));
  }

  close(code: number): void {
    if (this.#state === 'closed') return;
    this.#leave();
    this.#socket?.close(code, '');
  }

  #connect(onOpen: () => void): void {
    const { context, endpoint } = this.#options;
    this.#socket = new VoiceSocket({
      url: context.resolveUrl(endpoint),
      clock: context.clock,
      random: context.random,
      sockets: context.sockets,
      lastSeq: () => this.#lastSeq,
      handlers: {
        onOpen,
        onMessage: (message) => this.#onMessage(message),
        onClosed: (code) => this.#onClosed(code),
      },
      onError: (error) => context.logger.debug('voice', 'WebSocket reported an error', { error }),
    });
    this.#socket.open();
  }

  #onMessage({ op, data, seq }: VoiceMessage): void {
    if (this.#state === 'closed' || (seq !== undefined && !this.#isNew(seq))) return;
    if (op === VoiceOpcode.Resumed) this.#onResumed();
    else this.#options.handlers.onMessage(op, data);
  }

  /** Whether a number comes after the last one, modulo 2^16; takes it when it does. */
  #isNew(seq: number): boolean {
    const ahead = (seq - this.#lastSeq) & 0xffff;
    if (this.#lastSeq !== -1 && (ahead === 0 || ahead >= 0x8000)) return false;
    this.#lastSeq = seq;
    return true;
  }

  #onClosed(code: number): void {
    if (this.#state === 'closed') return;
    this.#stopTimer();
    const { clock } = this.#options.context;
    if (this.#state === 'open' && clock.monotonicNow() - this.#resumedAtMs > STABLE_MS) this.#attempts = 0;
    const delayMs = RESUME_DELAYS_MS[this.#attempts];
    if (voiceCloseRule(code).action !== 'resume' || !this.#isResumable || delayMs === undefined) {
      this.#leave();
      this.#options.handlers.onEnded(code);
      return;
    }
    this.#attempts++;
    this.#state = 'resuming';
    this.#options.handlers.onResuming();
    this.#timer = clock.setTimeout(() => this.#resume(), delayMs);
  }

  #resume(): void {
    this.#timer = this.#options.context.clock.setTimeout(() => {
      this.#socket?.terminate();
      this.#onClosed(1006);
    }, RESUME_TIMEOUT_MS);
    this.#connect(() => {
      this.#socket?.send(VoiceOpcode.Resume, { ...this.#options.resume, seq_ack: this.#lastSeq });
    });
  }

  #onResumed(): void {
    if (this.#state !== 'resuming') return;
    this.#stopTimer();
    this.#state = 'open';
    this.#resumedAtMs = this.#options.context.clock.monotonicNow();
    this.#sendUnsent();
    this.#options.handlers.onResumed();
  }

  #whenOpen(send: () => void): void {
    if (this.#state === 'open') send();
    else if (this.#state !== 'closed') this.#unsent.push(send);
  }

  #sendUnsent(): void {
    for (const send of this.#unsent.splice(0)) send();
  }

  #leave(): void {
    this.#state = 'closed';
    this.#unsent = [];
    this.#stopTimer();
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#options.context.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
