/** Entry `cogwork/playground`: a page that looks and works like a Discord client, for bots under development. */

export type { BotStatus, LogView } from './journal-view.js';
export type { DevSession, DevSessionOptions } from './start-dev-session.js';
export { startDevSession } from './start-dev-session.js';
export type { Playground, PlaygroundOptions } from './start-playground.js';
export { startPlayground } from './start-playground.js';
