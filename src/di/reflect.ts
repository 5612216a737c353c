/**
 * Metadata polyfill, without the parts that old browsers need, and the container library, which insists on finding it
 * loaded: the one place that loads either. The library is loaded when a bot first builds something.
 */
import 'reflect-metadata/lite';

import { createRequire } from 'node:module';
import type { DependencyContainer } from 'tsyringe';
import type { Constructor } from '../types/type-tools.js';

/** What the library accepts as a token. */
export type LibraryToken = new (...args: unknown[]) => object;

let loaded: typeof import('tsyringe') | undefined;
/** Classes to tell the library of once it is loaded. */
const marked = new Set<Constructor>();

/** Makes a container of the library below another; below its global one when none is given. */
export function createLibraryContainer(parent?: DependencyContainer): DependencyContainer {
  return (parent ?? library().container).createChildContainer();
}

/** Lets the library read the constructor types that the compiler wrote on the class. */
export function markInjectable(target: Constructor): void {
  if (loaded) loaded.injectable()(target as unknown as LibraryToken);
  else marked.add(target);
}

/** Registers a class as itself: one instance for the container, or a new one each time; `onBuilt` is told of each. */
export function registerSelf(
  container: DependencyContainer,
  target: Constructor,
  isShared: boolean,
  onBuilt: (service: unknown) => void,
): void {
  const { Lifecycle } = library();
  const token = target as unknown as LibraryToken;
  const lifecycle = isShared ? Lifecycle.Singleton : Lifecycle.Transient;
  container.register(token, { useClass: token }, { lifecycle });
  container.afterResolution(token, (_token, service) => onBuilt(service), {
    frequency: isShared ? 'Once' : 'Always',
  });
}

function library(): typeof import('tsyringe') {
  if (loaded) return loaded;
  loaded = createRequire(import.meta.url)('tsyringe') as typeof import('tsyringe');
  for (const target of marked) markInjectable(target);
  marked.clear();
  return loaded;
}
