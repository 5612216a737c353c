import { AsyncLocalStorage } from 'node:async_hooks';
import type { HandlerOrigin } from './handler.js';

const origins = new AsyncLocalStorage<HandlerOrigin>();

/** Runs `work` as part of a handler. */
export function withinHandler<T>(origin: HandlerOrigin, work: () => T): T {
  return origins.run(origin, work);
}

/** Handler that is running here, also after an await. */
export function currentHandler(): HandlerOrigin | undefined {
  return origins.getStore();
}
