/** Timer waiting for its moment; `order` breaks ties by age. */
export interface HeapTimer {
  readonly atMs: number;
  readonly order: number;
  callback: (() => void) | undefined;
}

/** Binary heap of timers: earliest first, and of one moment the oldest first. */
export class TimerHeap {
  readonly #items: HeapTimer[] = [];

  push(timer: HeapTimer): void {
    const items = this.#items;
    let at = items.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(timer, items[parent]!)) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = timer;
  }

  /** Earliest timer that is still wanted; cancelled ones are thrown away on the way. */
  peek(): HeapTimer | undefined {
    while (this.#items.length > 0 && this.#items[0]!.callback === undefined) this.#removeFirst();
    return this.#items[0];
  }

  pop(): HeapTimer | undefined {
    const first = this.peek();
    if (first) this.#removeFirst();
    return first;
  }

  #removeFirst(): void {
    const items = this.#items;
    const last = items.pop()!;
    if (items.length === 0) return;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!)) child++;
      if (!isBefore(items[child]!, last)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
  }
}

function isBefore(a: HeapTimer, b: HeapTimer): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
