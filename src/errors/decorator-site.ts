/**
 * What every decorator asks before it writes anything: is it compiled in the way the package needs, and does it stand on
 * what it is for? Files that are run without a type check (tsx, esbuild, Bun) get here with any mistake in them.
 */
import { InvalidDefinitionError } from './invalid-definition-error.js';
import { StandardDecoratorsError } from './standard-decorators-error.js';

/**
 * Class that a method decorator stands in.
 *
 * @throws {InvalidDefinitionError} when it stands on a class, a property or a static method.
 * @throws {StandardDecoratorsError} when it was compiled as a standard decorator.
 */
export function ownerOfMethod(decorator: string, target: object, key: string, descriptor: unknown): object {
  refuseStandard(decorator, target, key);
  if (key === undefined) {
    throw new InvalidDefinitionError(
      `@${decorator} stands on the class; it belongs on one of its methods`,
      nameOf(target),
    );
  }
  if (typeof target === 'function') {
    throw new InvalidDefinitionError(
      `@${decorator} stands on a static method; drop the 'static'`,
      placeOf(target, key),
    );
  }
  if (descriptor !== undefined) return target.constructor;
  throw new InvalidDefinitionError(
    `@${decorator} stands on a property; make it a method: ${String(key)}(…) { … }`,
    placeOf(target, key),
  );
}

/**
 * Class that a property decorator stands in.
 *
 * @throws {InvalidDefinitionError} when it stands on a class, a method or a static property.
 * @throws {StandardDecoratorsError} when it was compiled as a standard decorator.
 */
export function ownerOfProperty(decorator: string, target: object, key: string, descriptor: unknown): object {
  refuseStandard(decorator, target, key);
  if (key === undefined) {
    throw new InvalidDefinitionError(
      `@${decorator} stands on the class; it belongs on one of its properties`,
      nameOf(target),
    );
  }
  if (isMethod(descriptor)) {
    throw new InvalidDefinitionError(
      `@${decorator} stands on a method; it belongs on a property: ${String(key)}!: …`,
      placeOf(target, key),
    );
  }
  if (typeof target !== 'function') return target.constructor;
  throw new InvalidDefinitionError(
    `@${decorator} stands on a static property; drop the 'static'`,
    placeOf(target, key),
  );
}

/**
 * Refuses a class decorator that stands on something else.
 *
 * @throws {InvalidDefinitionError} when it stands on a member.
 * @throws {StandardDecoratorsError} when it was compiled as a standard decorator.
 */
export function checkClassSite(decorator: string, target: object, key: unknown): void {
  refuseStandard(decorator, target, key);
  if (key === undefined) return;
  throw new InvalidDefinitionError(
    `@${decorator} stands on a member; it belongs on the class`,
    placeOf(target, key),
  );
}

/**
 * Refuses a decorator that is written without parentheses: what it decorates arrives where its settings should.
 *
 * @throws {InvalidDefinitionError} saying how to write it; `usage` is its call, as in `Cog()`.
 * @throws {StandardDecoratorsError} when it was compiled as a standard decorator.
 */
export function refuseBare(decorator: string, given: readonly unknown[], usage: string): void {
  const [target, key] = given;
  refuseStandard(decorator, target, key);
  const isStatic = typeof target === 'function' && typeof key === 'string';
  if (!isPrototype(target) && !isStatic) return;
  throw withoutParentheses(decorator, placeOf(target, key), usage);
}

/** {@link refuseBare} for a decorator of classes, whose settings are never a class themselves. */
export function refuseBareOnClass(decorator: string, given: readonly unknown[], usage: string): void {
  refuseBare(decorator, given, usage);
  const [target] = given;
  if (typeof target === 'function') throw withoutParentheses(decorator, nameOf(target), usage);
}

/** Second argument of a standard decorator: what it stands on. */
interface StandardContext {
  readonly addInitializer: unknown;
  readonly kind: string;
  readonly name?: string | symbol;
}

function refuseStandard(decorator: string, target: unknown, second: unknown): void {
  if (typeof second !== 'object' || second === null) return;
  const { addInitializer, kind, name } = second as Partial<StandardContext>;
  if (typeof kind !== 'string' || typeof addInitializer !== 'function') return;
  throw new StandardDecoratorsError(decorator, name === undefined ? nameOf(target) : String(name));
}

function withoutParentheses(decorator: string, place: string, usage: string): InvalidDefinitionError {
  return new InvalidDefinitionError(`@${decorator} stands there without parentheses; write @${usage}`, place);
}

function isMethod(descriptor: unknown): boolean {
  return typeof (descriptor as PropertyDescriptor | undefined)?.value === 'function';
}

/** Whether a value is what a class hands down to its instances: no settings look like that. */
function isPrototype(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    value !== Object.prototype &&
    Object.hasOwn(value, 'constructor') &&
    typeof value.constructor === 'function' &&
    value.constructor.prototype === value
  );
}

/** Class and member as messages name them. */
export function placeOf(target: object, key: unknown): string {
  const owner = nameOf(typeof target === 'function' ? target : target.constructor);
  return typeof key === 'string' || typeof key === 'symbol' ? `${owner}.${String(key)}` : owner;
}

function nameOf(target: unknown): string {
  return (typeof target === 'function' && target.name) || 'a class without a name';
}
