/**
 * Metadata polyfill and the container library, which insists on finding it loaded: the one place that imports either.
 */
import 'reflect-metadata';

import type { DependencyContainer } from 'tsyringe';
import { injectable, Lifecycle, container as root } from 'tsyringe';
import type { Constructor } from '../types/type-tools.js';

/** What the library accepts as a token. */
export type LibraryToken = new (...args: unknown[]) => object;

/** Makes a container of the library below another; below its global one when none is given. */
export function createLibraryContainer(parent: DependencyContainer = root): DependencyContainer {
  return parent.createChildContainer();
}

/** Lets the library read the constructor types that the compiler wrote on the class. */
export function markInjectable(target: Constructor): void {
  injectable()(target as unknown as LibraryToken);
}

/** Registers a class as itself: one instance for the container, or a new one each time. */
export function registerSelf(container: DependencyContainer, target: Constructor, isShared: boolean): void {
  const library = target as unknown as LibraryToken;
  container.register(
    library,
    { useClass: library },
    { lifecycle: isShared ? Lifecycle.Singleton : Lifecycle.Transient },
  );
}
