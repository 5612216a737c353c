import { InvalidOptionError } from '../errors/invalid-option-error.js';

/** Environment variable in which a process finds its place in the cluster. */
export const CLUSTER_VARIABLE = 'COGWORK_CLUSTER';

/** Place of one process among those of a bot. */
export interface ClusterSeat {
  readonly index: number;
  readonly processes: number;
  readonly shardCount: number;
  readonly shardIds: readonly number[];
}

/**
 * Place that the environment names; `undefined` when this process belongs to no cluster.
 *
 * @throws {InvalidOptionError} when the variable holds something else.
 */
export function readClusterSeat(env: Readonly<Record<string, string | undefined>>): ClusterSeat | undefined {
  const text = env[CLUSTER_VARIABLE];
  if (text === undefined) return undefined;
  try {
    const seat: unknown = JSON.parse(text);
    if (typeof seat === 'object' && seat !== null && 'shardIds' in seat) return seat as ClusterSeat;
  } catch {
    // Told below, with every other text that is no seat.
  }
  throw new InvalidOptionError(
    `${CLUSTER_VARIABLE} is set to something that no supervisor wrote. Unset it: it is made for each process.`,
    CLUSTER_VARIABLE,
  );
}
