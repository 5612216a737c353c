/**
 * Where a shard stands.
 *
 * - `idle`: never started.
 * - `connecting`: the socket opens, Hello is awaited.
 * - `queued`: Hello has come, the shard waits for its turn to identify.
 * - `identifying`: Identify is sent, READY is awaited.
 * - `resuming`: Resume is sent, what was missed arrives.
 * - `ready`: events flow.
 * - `waiting`: disconnected, until the next attempt.
 * - `closed`: ended by its owner, or by a fatal close code.
 */
export type ShardState =
  | 'idle'
  | 'connecting'
  | 'queued'
  | 'identifying'
  | 'resuming'
  | 'ready'
  | 'waiting'
  | 'closed';
