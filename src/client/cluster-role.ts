import { Cluster } from '../cluster/cluster.js';
import type { ClusterNoteListener, ClusterNoteName, ClusterNotes } from '../cluster/cluster-notes.js';
import { CLUSTER_VARIABLE } from '../cluster/cluster-seat.js';
import { ClusterWorker } from '../cluster/cluster-worker.js';
import { forkProcess } from '../cluster/forked-process.js';
import type { SessionStore } from '../gateway/session/session-store.js';
import type { ShardsOption } from '../gateway/shard-manager-options.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import { MemoryRateLimitStore } from '../rest/memory-rate-limit-store.js';
import type { Rest } from '../rest/rest.js';
import type { ProcessesOption, SpreadOption } from './spread-option.js';

/** Talks to the other processes of a bot: `bot.cluster`. */
export interface ClusterLink {
  /** How many processes the bot has. */
  readonly processes: number;
  /** Sends a message to all other processes. */
  broadcast<Name extends ClusterNoteName>(name: Name, data: ClusterNotes[Name]): void;
  /** Listens to a message of the other processes; gives the function that stops it. */
  on<Name extends ClusterNoteName>(name: Name, listener: ClusterNoteListener<Name>): () => void;
}

/** Part that this process has in a bot of several. */
export type ClusterRole =
  | { readonly kind: 'alone'; readonly shards: ShardsOption }
  | { readonly kind: 'supervisor'; readonly option: ProcessesOption }
  | { readonly kind: 'worker'; readonly worker: ClusterWorker };

/** Finds the part of this process: the supervisor forks, the processes that it forked work. */
export function findClusterRole(spread: SpreadOption = 'auto'): ClusterRole {
  if (typeof spread !== 'object' || !('processes' in spread)) return { kind: 'alone', shards: spread };
  const worker = ClusterWorker.fromEnvironment();
  return worker ? { kind: 'worker', worker } : { kind: 'supervisor', option: spread };
}

/** What a supervisor is made of. */
export interface SupervisorParts {
  readonly sessionStore: SessionStore | undefined;
  readonly option: ProcessesOption;
  readonly rest: Rest;
  readonly tools: PipelineTools;
}

/** Makes the supervisor, which runs this same program once per process. */
export function makeSupervisor({ option, rest, sessionStore, tools }: SupervisorParts): Cluster {
  return new Cluster({
    clock: tools.clock,
    fetchGatewayInfo: () => rest.gateway.getBot(),
    fork: (seat) => forkProcess({ env: { [CLUSTER_VARIABLE]: JSON.stringify(seat) } }),
    logger: tools.logger,
    processes: option.processes,
    rateLimits: new MemoryRateLimitStore(),
    shardCount: option.count ?? 'auto',
    ...(sessionStore ? { sessionStore } : {}),
  });
}
