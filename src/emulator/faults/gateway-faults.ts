import type { GatewayPayload } from '../gateway/frame-format.js';

/** What goes wrong on the gateway; read by the gateway, set through {@link Faults}. */
export class GatewayFaults {
  /** Whether heartbeats get no acknowledgement. */
  isIgnoringHeartbeats = false;
  /** Address to resume at, instead of the one the client came by. */
  resumeUrl: string | undefined;
  readonly #helloDelaysMs: number[] = [];
  #refusedConnections = 0;
  #refusedResumes = 0;
  #copies: ((payload: GatewayPayload) => number) | undefined;

  delayHello(delayMs: number, times: number): void {
    for (let i = 0; i < times; i++) this.#helloDelaysMs.push(delayMs);
  }

  takeHelloDelayMs(): number | undefined {
    return this.#helloDelaysMs.shift();
  }

  refuseConnections(times: number): void {
    this.#refusedConnections += times;
  }

  /** Throws when the next connection is to be refused. */
  checkConnect(): void {
    if (this.#refusedConnections <= 0) return;
    this.#refusedConnections--;
    throw new Error('connect ECONNREFUSED (by a fault)');
  }

  refuseResumes(times: number): void {
    this.#refusedResumes += times;
  }

  takeRefusedResume(): boolean {
    if (this.#refusedResumes <= 0) return false;
    this.#refusedResumes--;
    return true;
  }

  /** Decides for each payload how often it is sent: 0 drops it, 2 duplicates it. */
  setCopies(copies: ((payload: GatewayPayload) => number) | undefined): void {
    this.#copies = copies;
  }

  copiesOf(payload: GatewayPayload): number {
    return this.#copies?.(payload) ?? 1;
  }

  clear(): void {
    this.isIgnoringHeartbeats = false;
    this.resumeUrl = undefined;
    this.#helloDelaysMs.length = 0;
    this.#refusedConnections = 0;
    this.#refusedResumes = 0;
    this.#copies = undefined;
  }
}
