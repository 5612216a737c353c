import { inject } from 'cogwork';
import { Database } from './database.js';

/** Warning as it is kept. */
export interface Warning {
  readonly atMs: number;
  readonly moderatorId: string;
  readonly reason: string;
}

/** Warnings of members, by guild. */
export class Warnings {
  readonly #store = inject(Database).open<Warning[]>('warnings');
  /** Changes are made one after the other, so that none is lost when two moderators warn at once. */
  #last: Promise<unknown> = Promise.resolve();

  async of(guildId: string, userId: string): Promise<readonly Warning[]> {
    return (await this.#store.get(keyOf(guildId, userId))) ?? [];
  }

  /** Adds a warning; gives how many there are now. */
  add(guildId: string, userId: string, warning: Warning): Promise<number> {
    return this.#change(guildId, userId, (warnings) => warnings.push(warning));
  }

  /** Takes back the warning of that number, the first being 1; gives it, if there was one. */
  remove(guildId: string, userId: string, number: number): Promise<Warning | undefined> {
    return this.#change(guildId, userId, (warnings) => warnings.splice(number - 1, 1)[0]);
  }

  #change<T>(guildId: string, userId: string, change: (warnings: Warning[]) => T): Promise<T> {
    const changed = this.#last.then(async () => {
      const warnings = [...(await this.of(guildId, userId))];
      const result = change(warnings);
      await this.#store.set(keyOf(guildId, userId), warnings);
      return result;
    });
    this.#last = changed.catch(() => undefined);
    return changed;
  }
}

function keyOf(guildId: string, userId: string): string {
  return `${guildId}:${userId}`;
}
