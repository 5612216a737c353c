import { checkClassSite, ownerOfMethod, refuseBare } from '../errors/decorator-site.js';
import type { PermissionName } from '../models/permission-bits.js';
import type { Constructor } from '../types/type-tools.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import type { CheckLike } from './checks/check-like.js';
import type { InstanceSide } from './handler-decorator.js';
import type { ConcurrencySettings } from './limits/concurrency-settings.js';
import type { CooldownSettings } from './limits/cooldown-settings.js';

/** Something that stands before a handler: on one method, or on the class and so before all of them. */
export interface DeclaredGuard {
  /** `undefined` for the whole class. */
  readonly method: string | undefined;
  /** Permissions without which the handler never runs; an invitation asks for them. */
  readonly botPermissions?: readonly PermissionName[];
  readonly check?: CheckLike;
  readonly cooldown?: CooldownSettings;
  readonly concurrency?: ConcurrencySettings;
}

export const guardMetadata = new ClassMetadata<DeclaredGuard>('guard');

/** Decorator for a handler method, or for a class and so for all its handlers. */
export interface GuardDecorator {
  (target: Constructor): void;
  (target: InstanceSide, key: string, descriptor: PropertyDescriptor): void;
}

/** Makes the decorator that writes a guard down; `given` is what it was called with. */
export function guardDecorator(
  name: string,
  given: readonly unknown[],
  makeGuard: () => Omit<DeclaredGuard, 'method'>,
): GuardDecorator {
  refuseBare(name, given, `${name}(…)`);
  const guard = makeGuard();
  return (target: object, key?: string, descriptor?: PropertyDescriptor): void => {
    if (key === undefined) checkClassSite(name, target, key);
    const owner = key === undefined ? target : ownerOfMethod(name, target, key, descriptor);
    guardMetadata.add(owner, { ...guard, method: key });
  };
}

/** Guards of one method in reading order: those of the class first, each list from top to bottom. */
export function guardsOf(owner: object, method: string): readonly DeclaredGuard[] {
  const all = [...guardMetadata.of(owner)].reverse(); // decorators run from the bottom up
  return [
    ...all.filter((guard) => guard.method === undefined),
    ...all.filter((guard) => guard.method === method),
  ];
}
