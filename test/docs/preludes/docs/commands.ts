import { Bot } from 'cogwork';

export * from 'cogwork';
export const bot = new Bot();
export const openGuilds = new Set<string>();
export declare function findCities(typed: string, from: unknown): Promise<string[]>;

export class PremiumStore {
  async has(userId: string): Promise<boolean> {
    return openGuilds.has(userId);
  }
}
