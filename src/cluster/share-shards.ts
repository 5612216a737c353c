/** Ids of `shardCount` shards in `processes` runs of neighbours, as even as possible; empty runs are left out. */
export function shareShards(shardCount: number, processes: number): readonly (readonly number[])[] {
  const used = Math.max(1, Math.min(processes, shardCount));
  return Array.from({ length: used }, (_, index) => {
    const first = Math.floor((index * shardCount) / used);
    const end = Math.floor(((index + 1) * shardCount) / used);
    return Array.from({ length: end - first }, (_unused, offset) => first + offset);
  });
}
