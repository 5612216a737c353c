import type { ShardsOption } from '../gateway/shard-manager-options.js';

/** Several processes of this program, each with its share of the shards. */
export interface ProcessesOption {
  /** How many processes to run; never more than shards. */
  readonly processes: number;
  /** How many shards the bot has in all. @defaultValue `'auto'`: what Discord recommends */
  readonly count?: number | 'auto';
}

/** How a bot is spread: shards of this process, or several processes. */
export type SpreadOption = ShardsOption | ProcessesOption;
