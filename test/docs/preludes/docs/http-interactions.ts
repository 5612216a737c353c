import { Bot } from 'cogwork';

export * from 'cogwork';
export { testBot } from 'cogwork/testing';
export const bot = new Bot();
export const [token, publicKey] = ['token', 'key'];
export const request = new Request('https://bot.example.org/interactions');
