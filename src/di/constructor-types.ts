import './reflect.js';
import { UnresolvableError } from '../errors/unresolvable-error.js';
import type { Constructor } from '../types/type-tools.js';

/** What compilers write for a parameter whose type has no class: nothing can be built from them. */
const TYPELESS: ReadonlySet<unknown> = new Set([
  Object,
  String,
  Number,
  Boolean,
  Array,
  Function,
  Promise,
  Symbol,
]);

/**
 * Classes (or tokens) that a class's constructor takes, as the compiler wrote them down.
 *
 * @throws {UnresolvableError} when they were not written down, or one of them says nothing.
 */
export function constructorTypes(target: Constructor, chain: readonly string[]): readonly unknown[] {
  const types = declaredTypes(target);
  const tokens: Record<number, unknown> = Reflect.getOwnMetadata('injectionTokens', target) ?? {};
  if (types.length === 0 && target.length > 0) throw withoutMetadata(target, chain);
  return types.map((type, index) => {
    if (tokens[index] !== undefined) return tokens[index];
    if (type === undefined || TYPELESS.has(type)) throw withoutClass(target, index, type, chain);
    return type;
  });
}

/** Whether the compiler wrote down what the constructor takes, be it nothing. */
export function hasConstructorTypes(target: Constructor): boolean {
  return Reflect.hasMetadata('design:paramtypes', target);
}

/**
 * Types of the parameters that have no default of their own: from the first with a default on, all are left to the class.
 *
 * The compiler writes types for those with a default, too; what it wrote is cut down, so that the library agrees.
 */
function declaredTypes(target: Constructor): readonly unknown[] {
  let owner: object = target;
  while (typeof owner === 'function' && !Reflect.hasOwnMetadata('design:paramtypes', owner)) {
    owner = Object.getPrototypeOf(owner) as object;
  }
  if (typeof owner !== 'function') return [];
  const types: readonly unknown[] = Reflect.getOwnMetadata('design:paramtypes', owner);
  if (types.length <= owner.length) return types;
  const needed = types.slice(0, owner.length);
  Reflect.defineMetadata('design:paramtypes', needed, owner);
  return needed;
}

function withoutMetadata(target: Constructor, chain: readonly string[]): UnresolvableError {
  const count = target.length === 1 ? '1 parameter' : `${target.length} parameters`;
  return new UnresolvableError(
    `${where(chain)}: the constructor of ${target.name} takes ${count}, and their types were not written down by the ` +
      'compiler. Either take them by inject() in field initialisers, which works under every compiler (esbuild, tsx ' +
      'and Bun write no constructor metadata), or compile with tsc or swc, "emitDecoratorMetadata" on, and a ' +
      `decorator on the class (@Injectable() on ${target.name}).`,
    chain,
  );
}

function withoutClass(
  target: Constructor,
  index: number,
  type: unknown,
  chain: readonly string[],
): UnresolvableError {
  const found =
    type === undefined ? 'undefined (modules that import each other)' : (type as { name: string }).name;
  return new UnresolvableError(
    `${where(chain)}: parameter ${index + 1} of the constructor of ${target.name} has no class to build; the compiler ` +
      `wrote ${found}. Interfaces, unions and 'import type' leave no trace: import the class itself as a value, or ` +
      'take the service by inject(Token) in a field initialiser.',
    chain,
  );
}

function where(chain: readonly string[]): string {
  return `Cannot build ${chain.join(' → ')}`;
}
