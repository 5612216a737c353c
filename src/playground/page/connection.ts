/** The page's state and its WebSocket: what the server tells is kept here, and components are drawn from it. */
import { useEffect, useReducer } from 'preact/hooks';
import type { BotStatus, FaultView, LogView, TrafficView } from '../journal-view.js';
import type { MessageView } from '../message-view.js';
import type { DeedResult, Deeds, ModalView, ServerMessage } from '../page-message.js';
import type { WorldView } from '../world-view.js';

const KEPT_LINES = 500;
const TYPING_MS = 9000;
const RETRY_MS = 1000;

/** Everything that the page shows. */
export interface PageState {
  readonly isConnected: boolean;
  readonly world: WorldView | undefined;
  readonly channelId: string | undefined;
  readonly messages: readonly MessageView[];
  /** Until when somebody counts as typing, by `channel/user`. */
  readonly typing: ReadonlyMap<string, number>;
  readonly traffic: readonly TrafficView[];
  readonly logs: readonly LogView[];
  readonly status: BotStatus;
  readonly faults: readonly FaultView[];
  readonly modal: ModalView | undefined;
  readonly notice: string | undefined;
  readonly replyTo: MessageView | undefined;
}

/** Connection of the page to its server. */
export class Connection {
  state: PageState = {
    isConnected: false,
    world: undefined,
    channelId: undefined,
    messages: [],
    typing: new Map(),
    traffic: [],
    logs: [],
    status: { state: 'unmanaged', starts: 0, detail: '' },
    faults: [],
    modal: undefined,
    notice: undefined,
    replyTo: undefined,
  };
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<number, (result: DeedResult) => void>();
  #socket: WebSocket | undefined;
  #count = 0;

  open(): void {
    const socket = new WebSocket(new URL('socket', location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.onopen = () => this.set({ isConnected: true, traffic: [], logs: [], channelId: undefined });
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data as string) as ServerMessage);
    socket.onclose = () => {
      this.set({ isConnected: false });
      for (const settle of this.#waiting.values()) settle({ error: 'The playground was closed.' });
      this.#waiting.clear();
      setTimeout(() => this.open(), RETRY_MS);
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  set(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Does a deed; a modal that comes of it is opened, and an error is shown. */
  async do<D extends keyof Deeds>(deed: D, input: Deeds[D]): Promise<DeedResult> {
    const result = await this.ask(deed, input);
    if (result.modal) this.set({ modal: result.modal });
    if (result.error !== undefined) this.notify(result.error);
    return result;
  }

  /** Does a deed and leaves its result to the caller. */
  ask<D extends keyof Deeds>(deed: D, input: Deeds[D]): Promise<DeedResult> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      if (this.#socket?.readyState !== WebSocket.OPEN) return resolve({ error: 'Not connected.' });
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, deed, with: input }));
    });
  }

  /** Shows a sentence for a moment. */
  notify(notice: string): void {
    this.set({ notice });
    setTimeout(() => {
      if (this.state.notice === notice) this.set({ notice: undefined });
    }, 6000);
  }

  #take(message: ServerMessage): void {
    const { state } = this;
    if (message.type === 'world') this.set({ world: message.world });
    else if (message.type === 'messages') this.#takeMessages(message);
    else if (message.type === 'typing') this.#takeTyping(`${message.channelId}/${message.userId}`);
    else if (message.type === 'traffic')
      this.set({ traffic: [...state.traffic, ...message.entries].slice(-KEPT_LINES) });
    else if (message.type === 'log')
      this.set({ logs: [...state.logs, ...message.entries].slice(-KEPT_LINES) });
    else if (message.type === 'status') this.set({ status: message.status, faults: message.faults });
    else {
      this.#waiting.get(message.id)?.(message.result);
      this.#waiting.delete(message.id);
    }
  }

  #takeMessages({ channelId, order, changed }: Extract<ServerMessage, { type: 'messages' }>): void {
    const known = new Map(this.state.messages.map((message) => [message.id, message]));
    const typing = new Map(this.state.typing);
    for (const message of changed) {
      if (!known.has(message.id)) typing.delete(`${channelId}/${message.author.id}`);
      known.set(message.id, message);
    }
    const replyTo = channelId === this.state.channelId ? this.state.replyTo : undefined;
    const messages = order.flatMap((id) => known.get(id) ?? []);
    this.set({ channelId, messages, typing, replyTo });
  }

  #takeTyping(key: string): void {
    this.set({ typing: new Map(this.state.typing).set(key, Date.now() + TYPING_MS) });
    setTimeout(
      () => this.set({ typing: new Map([...this.state.typing].filter(([, until]) => until > Date.now())) }),
      TYPING_MS + 50,
    );
  }
}

/** Connection of this page. */
export const connection = new Connection();

/** State of the page; draws the component again when it changes. */
export function usePage(): PageState {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => connection.subscribe(() => redraw(undefined)), []);
  return connection.state;
}
