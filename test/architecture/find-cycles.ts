import type { Edge } from './source-tree.js';

/** Groups of files that reach each other (Tarjan's strongly connected components), each sorted by path. */
export function findCycles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const search = new CycleSearch(next);
  for (const file of next.keys()) search.visit(file);
  return search.cycles.map((cycle) => cycle.sort());
}

class CycleSearch {
  readonly cycles: string[][] = [];
  readonly #order = new Map<string, number>();
  readonly #open: string[] = [];

  constructor(private readonly next: ReadonlyMap<string, readonly string[]>) {}

  /** Gives the order of the earliest open file that this one reaches. */
  visit(file: string): number {
    const seenAt = this.#order.get(file);
    if (seenAt !== undefined) return this.#open.includes(file) ? seenAt : Number.POSITIVE_INFINITY;
    const own = this.#order.size;
    this.#order.set(file, own);
    this.#open.push(file);
    let earliest = own;
    for (const to of this.next.get(file) ?? []) earliest = Math.min(earliest, this.visit(to));
    if (earliest === own) this.#close(file);
    return earliest;
  }

  #close(file: string): void {
    const members = this.#open.splice(this.#open.indexOf(file));
    const importsItself = (this.next.get(file) ?? []).includes(file);
    if (members.length > 1 || importsItself) this.cycles.push(members);
  }
}
