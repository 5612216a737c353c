import { Bot } from 'cogwork';

export const known = new Bot({ logLevel: { default: 'info', gateway: 'debug', app: 'trace' } });
export const unknown = new Bot({ logLevel: { gatway: 'debug' } }); // refused
