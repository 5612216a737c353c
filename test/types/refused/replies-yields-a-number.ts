import type { Replies } from 'cogwork';

export async function* count(): Replies {
  yield 1; // refused
}
