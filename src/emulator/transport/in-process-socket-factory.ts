/**
 * WebSockets without sockets: both ends live in one process, and every frame takes one turn of the event loop.
 *
 * Frames are queued, never delivered from inside `send`, so neither side can observe the other re-entering it; each
 * frame under way counts as traffic for the virtual clock.
 */
import { setImmediate } from 'node:timers';
import type { Socket, SocketFactory, SocketHandlers } from '../../utils/socket-factory.js';
import type { Activity } from '../clock/activity.js';
import type { GatewayAcceptor, GatewayPeerHandlers } from './gateway-peer.js';

/** What the factory connects to. */
export interface InProcessSocketOptions {
  readonly accept: GatewayAcceptor;
  readonly activity: Activity;
  /** Whether the emulator answers for that host. */
  readonly serves: (host: string) => boolean;
}

/** Factory whose sockets end in the emulator. */
export class InProcessSocketFactory implements SocketFactory {
  readonly #options: InProcessSocketOptions;

  constructor(options: InProcessSocketOptions) {
    this.#options = options;
  }

  open(url: string, handlers: SocketHandlers): Socket {
    return new InProcessSocket(new URL(url), handlers, this.#options);
  }
}

/** Both ends of one connection. */
class InProcessSocket implements Socket {
  readonly #client: SocketHandlers;
  readonly #activity: Activity;
  #server: GatewayPeerHandlers | undefined;
  #state: 'connecting' | 'open' | 'closing' | 'closed' = 'connecting';

  constructor(url: URL, handlers: SocketHandlers, options: InProcessSocketOptions) {
    this.#client = handlers;
    this.#activity = options.activity;
    this.#later(() => this.#connect(url, options));
  }

  send(data: string | Uint8Array): void {
    if (this.#state === 'connecting') throw new Error('The WebSocket is not open yet.');
    if (this.#state !== 'open') return;
    const isBinary = typeof data !== 'string';
    const bytes = toBuffer(data);
    this.#later(() => this.#server?.onMessage(bytes, isBinary));
  }

  close(code = 1005, reason = ''): void {
    if (this.#state === 'connecting') {
      this.terminate();
      return;
    }
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    this.#later(() => {
      this.#endServer(code);
      this.#later(() => this.#endClient(code, reason));
    });
  }

  terminate(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#later(() => {
      this.#endServer(1006);
      this.#client.onClose(1006, '');
    });
  }

  #connect(url: URL, options: InProcessSocketOptions): void {
    if (this.#state !== 'connecting') return;
    try {
      if (!options.serves(url.host))
        throw new Error(`No server at ${url.host}: the emulator serves only its own hosts.`);
      this.#state = 'open';
      this.#server = options.accept(this.#serverEnd(), url);
    } catch (error) {
      this.#state = 'closed';
      this.#client.onError(error as Error);
      this.#client.onClose(1006, '');
      return;
    }
    this.#client.onOpen();
  }

  #serverEnd(): {
    send(data: string | Uint8Array): void;
    close(code: number, reason: string): void;
    terminate(): void;
  } {
    return {
      send: (data) => {
        if (this.#state !== 'open') return;
        const isBinary = typeof data !== 'string';
        const bytes = toBuffer(data);
        this.#later(() => {
          if (this.#state !== 'closed') this.#client.onMessage(bytes, isBinary);
        });
      },
      close: (code, reason) => {
        if (this.#state !== 'open') return;
        this.#state = 'closing';
        this.#later(() => {
          this.#endServer(code);
          this.#endClient(code, reason);
        });
      },
      terminate: () => {
        if (this.#state === 'closed') return;
        this.#later(() => {
          this.#endServer(1006);
          this.#endClient(1006, '');
        });
      },
    };
  }

  #endServer(code: number): void {
    const server = this.#server;
    this.#server = undefined;
    server?.onClose(code);
  }

  #endClient(code: number, reason: string): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#client.onClose(code, reason);
  }

  #later(deliver: () => void): void {
    const arrived = this.#activity.begin();
    setImmediate(() => {
      try {
        deliver();
      } finally {
        arrived();
      }
    });
  }
}

function toBuffer(data: string | Uint8Array): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);
}
