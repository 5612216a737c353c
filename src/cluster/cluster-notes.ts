/**
 * Messages that the processes of a bot send each other: name → data. Augment it to send your own.
 *
 * @example
 * ```ts
 * declare module 'cogwork' {
 *   interface ClusterNotes { reload: { cog: string } }
 * }
 *
 * ClusterWorker.fromEnvironment()?.broadcast('reload', { cog: 'Maths' });
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: users fill it by declaration merging
export interface ClusterNotes {}

/** Name of a message. */
export type ClusterNoteName = Extract<keyof ClusterNotes, string>;

/** Takes a message; `from` is the index of the process that sent it, -1 for the supervisor. */
export type ClusterNoteListener<Name extends ClusterNoteName> = (
  data: ClusterNotes[Name],
  from: number,
) => void;
