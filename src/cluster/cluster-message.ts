/** What goes between the supervisor and its processes; plain data, because it is copied on the way. */
export type ClusterMessage =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'note'; readonly name: string; readonly data: unknown; readonly from: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'stop'; readonly keepSession: boolean };

/** Narrows what came from another process; anything else on the same channel is none of ours. */
export function isClusterMessage(value: unknown): value is ClusterMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
