import type { DependencyContainer } from 'tsyringe';
import { UnresolvableError } from '../errors/unresolvable-error.js';
import type { Awaitable, Constructor } from '../types/type-tools.js';
import { constructorTypes, hasConstructorTypes } from './constructor-types.js';
import { disposerOf } from './dispose-service.js';
import { withResolver } from './inject.js';
import { scopeOf } from './injectable.js';
import type { InjectionToken } from './injection-token.js';
import { tokenName } from './injection-token.js';
import type { LibraryToken } from './reflect.js';
import { createLibraryContainer, markInjectable, registerSelf } from './reflect.js';
import { circular, underConstruction } from './under-construction.js';

/**
 * Services of one bot.
 *
 * Each bot has a child container of its own, so two bots in one process never share an instance. A class that nobody
 * registered is built on first demand and kept for the life of the bot.
 */
export class ServiceContainer {
  readonly #above: DependencyContainer | undefined;
  readonly #parent: ServiceContainer | undefined;
  /** Ways to end what was built here, in the order in which it was built. */
  readonly #disposers: Array<() => Awaitable<unknown>> = [];
  /** What is registered before the library's container is made, at the first question. */
  #registrations: ((library: DependencyContainer) => void)[] = [];
  #made: DependencyContainer | undefined;

  constructor(parent?: DependencyContainer | ServiceContainer) {
    const isOurs = parent instanceof ServiceContainer;
    this.#parent = isOurs ? parent : undefined;
    this.#above = isOurs ? undefined : parent;
  }

  /**
   * Container whose registrations go no further than itself, and which finds those of this one.
   *
   * Classes that live as long as the bot are built here all the same; those of one invocation are built there.
   */
  createChild(): ServiceContainer {
    return new ServiceContainer(this);
  }

  /** Makes a value that is there already injectable by its token or class. */
  registerValue<T>(token: InjectionToken<T>, value: T): this {
    return this.#register((library) => library.register<unknown>(toLibrary(token), { useValue: value }));
  }

  /** Builds with `factory` at first demand and keeps the result, which ends with the bot. */
  registerFactory<T>(token: InjectionToken<T>, factory: (container: ServiceContainer) => T): this {
    let made: { readonly value: T } | undefined;
    const build = (): T => {
      made ??= { value: this.#keep(withResolver(this, () => factory(this))) };
      return made.value;
    };
    return this.#register((library) => library.register<unknown>(toLibrary(token), { useFactory: build }));
  }

  /** Uses `implementation` wherever `token` is asked for; one instance per bot. */
  registerClass<T extends object>(token: InjectionToken<T>, implementation: Constructor<T>): this {
    return this.registerFactory(token, (container) => container.construct(implementation));
  }

  /** Whether something is registered for a token or class. */
  has(token: InjectionToken<unknown>): boolean {
    return this.#inner.isRegistered(toLibrary(token), true);
  }

  /**
   * Finds a service, building it when it is a class not built before.
   *
   * @throws {UnresolvableError} with the chain of names when something on the way cannot be built.
   */
  resolve<T>(token: InjectionToken<T>): T {
    if (this.#parent && this.#belongsToParent(token)) return this.#parent.resolve(token);
    if (typeof token === 'function') this.#prepare(token as unknown as Constructor, []);
    else if (!this.has(token)) throw nothingRegistered(tokenName(token), [tokenName(token)]);
    return underConstruction(this, token, () =>
      withResolver(this, () => this.#inner.resolve(toLibrary(token))),
    ) as T;
  }

  /** Builds a new instance, whether or not one exists; for cogs, which are built once per load. */
  construct<T extends object>(target: Constructor<T>): T {
    const types = this.#prepareParameters(target, []);
    return underConstruction(this, target, () =>
      withResolver(this, () => {
        const args = types.map((type) => this.#inner.resolve(toLibrary(type)));
        return Reflect.construct(target, args) as T;
      }),
    );
  }

  /**
   * Disposes every service this container built, the last one first: by `[Symbol.asyncDispose]`, `[Symbol.dispose]` or
   * `dispose()`. Values that were registered belong to whoever registered them.
   *
   * @throws the first error of a service, once all the others are disposed.
   */
  async dispose(): Promise<void> {
    const errors: unknown[] = [];
    for (const dispose of this.#disposers.splice(0).reverse()) {
      await Promise.resolve()
        .then(dispose)
        .catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw errors[0];
  }

  /** The library's container. */
  get #inner(): DependencyContainer {
    if (this.#made) return this.#made;
    const made = createLibraryContainer(this.#parent ? this.#parent.#inner : this.#above);
    this.#made = made;
    for (const register of this.#registrations) register(made);
    this.#registrations = [];
    return made;
  }

  #register(register: (library: DependencyContainer) => void): this {
    if (this.#made) register(this.#made);
    else this.#registrations.push(register);
    return this;
  }

  /** Takes note of a new service that wants to be disposed. */
  #keep<T>(service: T): T {
    const dispose = disposerOf(service);
    if (dispose) this.#disposers.push(dispose);
    return service;
  }

  /** Whether a class lives as long as the bot, and nothing else was registered for it here. */
  #belongsToParent(token: unknown): boolean {
    if (typeof token !== 'function' || scopeOf(token) !== 'bot') return false;
    return !this.#inner.isRegistered(toLibrary(token));
  }

  /** Walks what the class needs, so that a missing piece is found with its whole chain before anything is built. */
  #prepare(target: Constructor, chain: readonly string[]): void {
    if (this.has(target)) return;
    if (chain.includes(target.name)) throw circular([...chain, target.name]);
    const scope = scopeOf(target);
    if (scope === 'invocation' && !this.#parent) throw outsideInvocation([...chain, target.name]);
    this.#prepareParameters(target, chain);
    registerSelf(this.#inner, target, scope !== 'transient', (service) => this.#keep(service));
  }

  #prepareParameters(target: Constructor, chain: readonly string[]): readonly unknown[] {
    const path = [...chain, target.name];
    const types = constructorTypes(target, path);
    for (const type of types) {
      if (this.#parent && this.#belongsToParent(type)) this.#parent.resolve(type as InjectionToken<unknown>);
      else if (typeof type === 'function') this.#prepare(type as Constructor, path);
      else if (!this.has(type as InjectionToken<unknown>)) throw nothingRegistered(tokenName(type), path);
    }
    if (types.length > 0 || hasConstructorTypes(target)) markInjectable(target);
    return types;
  }
}

function nothingRegistered(name: string, chain: readonly string[]): UnresolvableError {
  return new UnresolvableError(
    `Nothing is registered for ${name} (${chain.join(' → ')}). Register it with registerValue, registerFactory or ` +
      'registerClass before the cogs are added, as in new Bot({ services: (container) => container.registerClass(…) }).',
    chain,
  );
}

function outsideInvocation(chain: readonly string[]): UnresolvableError {
  return new UnresolvableError(
    `${chain.join(' → ')}: the last one lives for one invocation, and nothing is being invoked. Ask for it by ` +
      "ctx.services.resolve(…), or by inject() in another class with { scope: 'invocation' }.",
    chain,
  );
}

function toLibrary(token: unknown): LibraryToken {
  return token as LibraryToken;
}
