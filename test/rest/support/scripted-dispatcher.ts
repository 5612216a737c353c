import { Dispatcher } from 'undici';

/** Request as it reached the wire. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly atMs: number;
}

/** Answer to a request. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
}

/** Decides what a request gets: an answer, a fault, or silence for as long as the promise is pending. */
export type Script = (
  request: SentRequest,
  index: number,
) => ScriptedAnswer | Error | Promise<ScriptedAnswer | Error>;

/** Dispatcher without sockets that answers by a script and keeps what was sent. */
export class ScriptedDispatcher extends Dispatcher {
  readonly sent: SentRequest[] = [];
  readonly #script: Script;
  readonly #now: () => number;

  constructor(script: Script, now: () => number = () => 0) {
    super();
    this.#script = script;
    this.#now = now;
  }

  get paths(): string[] {
    return this.sent.map(({ method, path }) => `${method} ${path}`);
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    void this.#answer(options, handler);
    return true;
  }

  async #answer(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): Promise<void> {
    let isAborted = false;
    handler.onConnect?.((error) => {
      isAborted = true;
      handler.onError?.(error ?? new Error('aborted'));
    });
    try {
      const body = await readBody(options.body);
      const sent = {
        method: options.method,
        path: options.path,
        headers: toRecord(options.headers),
        body,
        atMs: this.#now(),
      };
      const answer = await this.#script(sent, this.sent.push(sent) - 1);
      if (isAborted) return;
      if (answer instanceof Error) throw answer;
      deliver(answer, handler);
    } catch (error) {
      if (!isAborted) handler.onError?.(error as Error);
    }
  }
}

function deliver(
  { status = 200, headers = {}, body }: ScriptedAnswer,
  handler: Dispatcher.DispatchHandler,
): void {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = body === undefined ? '' : isText ? body : JSON.stringify(body);
  const all = { ...(isText ? {} : { 'content-type': 'application/json' }), ...headers };
  const raw = Object.entries(all).flatMap(([name, value]) => [Buffer.from(name), Buffer.from(value)]);
  handler.onHeaders?.(status, raw, () => {}, '');
  if (bytes.length > 0) handler.onData?.(Buffer.from(bytes as string));
  handler.onComplete?.([]);
}

function toRecord(headers: unknown): Record<string, string> {
  const record: Record<string, string> = {};
  const list = headers as readonly string[];
  for (let i = 0; i < list.length; i += 2) record[list[i]!.toLowerCase()] = list[i + 1]!;
  return record;
}

async function readBody(body: unknown): Promise<string> {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('latin1');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}
