import { describe, expect, test } from '@jest/globals';
import { inject } from '../../src/di/inject.js';
import { Injectable } from '../../src/di/injectable.js';
import { ServiceContainer } from '../../src/di/service-container.js';
import { InjectionContextError } from '../../src/errors/injection-context-error.js';
import { UnresolvableError } from '../../src/errors/unresolvable-error.js';
import { portToken } from '../../src/types/token.js';

class Store {
  readonly rows: string[] = [];
}

@Injectable()
class Reports {
  constructor(readonly store: Store) {}
}

@Injectable()
class Moderation {
  readonly fromField = inject(Store);
  constructor(
    readonly store: Store,
    readonly reports: Reports,
  ) {}
}

interface Greeter {
  greet(): string;
}
const Greeter = portToken<Greeter>('Greeter');

interface Nameless {
  readonly name: string;
}

@Injectable()
class NeedsInterface {
  constructor(readonly greeter: Nameless) {}
}

@Injectable()
class NeedsNeedsInterface {
  constructor(readonly inner: NeedsInterface) {}
}

class WithoutMetadata {
  constructor(readonly store: Store) {}
}

const ended: string[] = [];

class Pool {
  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve().then(() => void ended.push('pool'));
  }
}

class Table {
  readonly pool = inject(Pool);
  dispose(): void {
    ended.push('table');
  }
}

class Journal implements Greeter {
  readonly table = inject(Table);
  greet(): string {
    return 'written';
  }
  [Symbol.dispose](): void {
    ended.push('journal');
  }
}

describe('ServiceContainer', () => {
  test('builds constructor parameters and fields, each service once per container', () => {
    const container = new ServiceContainer();
    const moderation = container.construct(Moderation);
    expect(moderation.store).toBe(moderation.reports.store);
    expect(moderation.fromField).toBe(moderation.store);
    expect(container.resolve(Store)).toBe(moderation.store);
  });

  test('shares nothing between two bots', () => {
    expect(new ServiceContainer().resolve(Reports)).not.toBe(new ServiceContainer().resolve(Reports));
  });

  test('constructs anew each time when asked to construct', () => {
    const container = new ServiceContainer();
    expect(container.construct(Moderation)).not.toBe(container.construct(Moderation));
  });

  test('finds values by the token of a port', () => {
    const greeter: Greeter = { greet: () => 'hello' };
    const container = new ServiceContainer().registerValue(Greeter, greeter);
    expect(container.resolve(Greeter).greet()).toBe('hello');
    expect(container.createChild().resolve(Greeter)).toBe(greeter);
  });

  test('builds a registered implementation once', () => {
    class German implements Greeter {
      readonly store = inject(Store);
      greet(): string {
        return 'Hallo';
      }
    }
    const container = new ServiceContainer().registerClass(Greeter, German);
    expect(container.resolve(Greeter)).toBe(container.resolve(Greeter));
    expect((container.resolve(Greeter) as German).store).toBe(container.resolve(Store));
  });

  test('names the whole chain and both cures when a parameter has no class', () => {
    const attempt = (): unknown => new ServiceContainer().resolve(NeedsNeedsInterface);
    expect(attempt).toThrow(UnresolvableError);
    expect(attempt).toThrow(/NeedsNeedsInterface → NeedsInterface.*parameter 1.*inject\(Token\)/s);
  });

  test('says how to be built under compilers that write no metadata', () => {
    const attempt = (): unknown => new ServiceContainer().construct(WithoutMetadata);
    expect(attempt).toThrow(/takes 1 parameter,.*inject\(\).*emitDecoratorMetadata/s);
  });

  test('says what is not registered', () => {
    expect(() => new ServiceContainer().resolve(portToken('Unheard'))).toThrow(
      /Nothing is registered for Unheard/,
    );
  });

  test('refuses inject() where nothing is being built', () => {
    expect(() => inject(Store)).toThrow(InjectionContextError);
    new ServiceContainer().resolve(Store);
    expect(() => inject(Store)).toThrow(InjectionContextError);
  });

  test('disposes what it built, the last first, and not what it was given', async () => {
    const given = { dispose: () => void ended.push('given') };
    const container = new ServiceContainer()
      .registerClass(Greeter, Journal)
      .registerValue(portToken<typeof given>('Given'), given);
    container.resolve(Greeter);
    ended.splice(0);
    await container.dispose();
    await container.dispose();
    expect(ended).toEqual(['journal', 'table', 'pool']);
  });
});
