import { Bot } from 'cogwork';

export * from 'cogwork';
export const bot = new Bot();
export const [userId, guildId, channelId, messageId] = ['1', '2', '3', '4'];
export const staff = new Set<string>();
