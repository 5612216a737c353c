import { randomInt } from 'node:crypto';
import { portToken } from 'cogwork';

/** Chance, as something that a test can replace. */
export interface Draw {
  /** One of several; nothing of none. */
  pick<T>(from: readonly T[]): T | undefined;
}

export const Draw = portToken<Draw>('Draw');

export class RandomDraw implements Draw {
  pick<T>(from: readonly T[]): T | undefined {
    return from.length === 0 ? undefined : from[randomInt(from.length)];
  }
}
