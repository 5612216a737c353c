/** Entry `cogwork/testing`: a bot under test in an emulated Discord. */

export type { ConformanceCase, ConformanceSubject } from '../cache/cache-store-conformance.js';
export { cacheStoreConformance } from '../cache/cache-store-conformance.js';
export type { ButtonLooks, CogworkMatchers, MatcherFunctions, MatcherResult } from './cogwork-matchers.js';
export { cogworkMatchers } from './cogwork-matchers.js';
export type { ContextKinds, FakeContext, FakeContextOptions } from './fake-context.js';
export { fakeContext } from './fake-context.js';
export type { LogEntry } from './recording-logger.js';
export { RecordingLogger } from './recording-logger.js';
export type { PermissionScope, TestBotOptions, TestWorld } from './test-bot.js';
export { testBot } from './test-bot.js';
export type { RealDiscord, TargetWorld, TestTarget } from './test-targets.js';
export { testTargets } from './test-targets.js';
