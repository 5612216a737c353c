import { createRequire } from 'node:module';
import type { Dispatcher, Agent as UndiciAgent, ProxyAgent as UndiciProxyAgent } from 'undici';

/** Proxy that requests go through. */
export interface ProxyOptions {
  /** As in `http://proxy.example:8080`. */
  readonly url: string;
  /** User that the proxy knows. */
  readonly username?: string;
  /** Password of that user; never printed. */
  readonly password?: string;
}

/** What decides over connections. */
export interface DispatcherOptions {
  readonly dispatcher?: Dispatcher | (() => Promise<Dispatcher>) | undefined;
  readonly proxy?: string | ProxyOptions | undefined;
  readonly connections?: number | undefined;
}

/** Loads undici by file: its index takes fetch, caches and mocks along, and Bun has a stand-in for the bare name. */
const loadFile = createRequire(import.meta.url);

/** Dispatcher of one REST client: the given one, or an agent of its own made at the first request. */
export class DispatcherSource {
  readonly #options: DispatcherOptions;
  #opening: Promise<Dispatcher> | undefined;
  #open: Dispatcher | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Dispatcher if it is there already. */
  get current(): Dispatcher | undefined {
    return this.#open;
  }

  /** Dispatcher; the first call loads it. */
  async get(): Promise<Dispatcher> {
    this.#opening ??= this.#make();
    this.#open = await this.#opening;
    return this.#open;
  }

  /** Closes the agent if it is one of our own. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    this.#open = undefined;
    if (opening && !this.#options.dispatcher) await (await opening).destroy();
  }

  async #make(): Promise<Dispatcher> {
    const { dispatcher, proxy, connections } = this.#options;
    if (typeof dispatcher === 'function') return dispatcher();
    if (dispatcher) return dispatcher;
    const pool = connections === undefined ? {} : { connections };
    if (proxy === undefined) {
      const Agent = loadFile('undici/lib/dispatcher/agent.js') as typeof UndiciAgent;
      return new Agent({ ...pool, keepAliveTimeout: 30_000 });
    }
    // Its tunnels need what the index adds to every dispatcher.
    const { ProxyAgent } = loadFile('undici/index.js') as { ProxyAgent: typeof UndiciProxyAgent };
    const { url, username, password } = typeof proxy === 'string' ? splitProxy(proxy) : proxy;
    if (username === undefined) return new ProxyAgent({ ...pool, uri: url });
    const basic = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
    return new ProxyAgent({ ...pool, uri: url, token: `Basic ${basic}` });
  }
}

/** Takes user and password out of a proxy's URL, so that no log shows them. */
function splitProxy(text: string): ProxyOptions {
  const url = new URL(text);
  if (url.username === '') return { url: text };
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  return { url: url.toString(), username, password };
}
