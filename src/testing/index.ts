/** Entry `cogwork/testing`: a bot under test in an emulated Discord. */

export type { LogEntry } from './recording-logger.js';
export { RecordingLogger } from './recording-logger.js';
export type { TestBotOptions, TestWorld } from './test-bot.js';
export { testBot } from './test-bot.js';
