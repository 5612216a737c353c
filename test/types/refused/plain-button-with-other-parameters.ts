import { Bot } from 'cogwork';

const bot = new Bot();
bot.button('vote/:n(integer)', (_ctx, { n }: { n: string }) => n); // refused
