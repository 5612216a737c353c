import { Bot } from 'cogwork';

export * from 'cogwork';
export const bot = new Bot();
export const [userId, guildId] = ['1', '2'];
export const staff = new Set<string>();
