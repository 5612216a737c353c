import type { CommandTrace, GatewayFrameTrace, GatewayStateTrace, RestTrace } from 'cogwork';
import { commandChannel, gatewayChannel, gatewayFrameChannel, restChannel } from 'cogwork';

/** Numbers of one name, apart by their labels, in the text that Prometheus reads. */
class Metric {
  readonly #values = new Map<string, number>();

  constructor(
    readonly name: string,
    readonly kind: 'counter' | 'gauge',
  ) {}

  add(labels: Record<string, unknown>, by = 1): void {
    this.set(labels, (this.#values.get(key(labels)) ?? 0) + by);
  }

  set(labels: Record<string, unknown>, value: number): void {
    this.#values.set(key(labels), value);
  }

  toString(): string {
    const lines = [...this.#values].map(([labels, value]) => `${this.name}{${labels}} ${value}`);
    return [`# TYPE ${this.name} ${this.kind}`, ...lines].join('\n');
  }
}

const key = (labels: Record<string, unknown>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(String(value))}`)
    .join(',');

/** Counts what the bots of this process do; `text()` is what `/metrics` answers, `stop()` ends the counting. */
export function countBots(): { text(): string; stop(): void } {
  const handlers = new Metric('bot_handlers_total', 'counter');
  const handlerSeconds = new Metric('bot_handler_seconds_total', 'counter');
  const requests = new Metric('bot_requests_total', 'counter');
  const waits = new Metric('bot_rate_limit_wait_seconds_total', 'counter');
  const frames = new Metric('bot_gateway_frames_total', 'counter');
  const shards = new Metric('bot_shard_ready', 'gauge');

  const handlerEnded = ({ kind, name, outcome, durationMs }: CommandTrace): void => {
    if (durationMs === undefined) return; // it goes on, and comes to asyncEnd
    handlers.add({ kind, name, outcome });
    handlerSeconds.add({ kind, name }, durationMs / 1000);
  };
  const handlerEnds = {
    end: handlerEnded,
    asyncEnd: handlerEnded,
  };
  const requestEnds = {
    asyncEnd({ method, route, status, waitedMs }: RestTrace): void {
      requests.add({ method, route, status: status ?? 'none' });
      waits.add({ method, route }, waitedMs / 1000);
    },
  };
  const frameCame = ({ eventName, isParsed }: GatewayFrameTrace): void =>
    frames.add({ event: eventName ?? 'other', parsed: isParsed });
  const stateCame = ({ shardId, state }: GatewayStateTrace): void =>
    shards.set({ shard: shardId }, state === 'ready' ? 1 : 0);

  commandChannel.subscribe(handlerEnds);
  restChannel.subscribe(requestEnds);
  gatewayFrameChannel.subscribe(frameCame);
  gatewayChannel.subscribe(stateCame);
  return {
    text: () => [handlers, handlerSeconds, requests, waits, frames, shards].join('\n'),
    stop() {
      commandChannel.unsubscribe(handlerEnds);
      restChannel.unsubscribe(requestEnds);
      gatewayFrameChannel.unsubscribe(frameCame);
      gatewayChannel.unsubscribe(stateCame);
    },
  };
}
