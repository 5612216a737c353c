import type { DispatchSink } from './dispatch-sink.js';
import type { GatewayContext } from './gateway-context.js';
import type { CloseOptions } from './gateway-shard.js';
import { Shard } from './shard.js';

/** Shards that were started together, for one count; resharding replaces the whole generation. */
export class ShardGeneration {
  readonly shards: ReadonlyMap<number, Shard>;
  /** Where the events of these shards go; may be exchanged while they run. */
  sink: DispatchSink;

  constructor(context: GatewayContext, count: number, ids: readonly number[]) {
    this.sink = context.sink;
    const sink: DispatchSink = {
      wants: (name) => this.sink.wants(name),
      bodyReader: (name) => this.sink.bodyReader?.(name),
      dispatch: (name, data, shardId, frame) => this.sink.dispatch(name, data, shardId, frame),
    };
    const shared: GatewayContext = { ...context, sink };
    this.shards = new Map(ids.map((id) => [id, new Shard(shared, id, count)]));
  }

  /** Takes up kept sessions; gives the number of shards that must identify. */
  async restore(): Promise<number> {
    const restored = await Promise.all([...this.shards.values()].map((shard) => shard.restore()));
    return restored.filter((isRestored) => !isRestored).length;
  }

  /** Connects all; resolves when each is ready. `onEnded` hears of each shard that Discord refused for good. */
  async start(onEnded: (error: unknown) => void): Promise<void> {
    const starting = [...this.shards.values()].map((shard) => {
      shard.join().catch(onEnded);
      return shard.start();
    });
    await Promise.all(starting);
  }

  async close(options: CloseOptions = {}): Promise<void> {
    await Promise.all([...this.shards.values()].map((shard) => shard.close(options)));
  }
}
