import { describe, expect, test } from '@jest/globals';
import { Bot, Cog, CogLoadError, Injectable, inject, UnresolvableError } from 'cogwork';

function refusalOf(cogs: unknown): Error {
  try {
    new Bot({ cogs: cogs as never });
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

describe('services that need each other', () => {
  test('are refused with the circle that inject() goes', () => {
    class Hen {
      readonly egg: object = inject(Egg);
    }
    class Egg {
      readonly hen: object = inject(Hen);
    }
    @Cog()
    class Farm {
      readonly hen = inject(Hen);
    }
    const error = refusalOf([Farm]);
    expect(error).toBeInstanceOf(UnresolvableError);
    expect(error.message).toContain('Hen → Egg → Hen goes in a circle');
    expect(() => new Bot({ cogs: [Fine] })).not.toThrow();
  });

  test('are refused when a cog injects itself', () => {
    @Cog()
    class Narcissus {
      readonly self: object = inject(Narcissus);
    }
    expect(refusalOf([Narcissus]).message).toMatch(/Narcissus → Narcissus/);
  });
});

@Cog()
class Fine {
  readonly bot = inject(Bot);
}

describe('what is no cog', () => {
  test.each([
    [[undefined], /two modules import each other/],
    [Fine, /write \{ cogs: \[Fine\] \}/],
    [[{}], /is its class, not an instance/],
    [['Fine'], /not an instance or a name/],
  ])('is refused with what to write: %p', (cogs, words) => {
    const error = refusalOf(cogs);
    expect(error).toBeInstanceOf(CogLoadError);
    expect(error.message).toMatch(words);
  });
});

describe('constructors', () => {
  test('that throw are named', () => {
    @Cog()
    class Broken {
      readonly length = (undefined as unknown as string).length;
    }
    const error = refusalOf([Broken]);
    expect(error).toBeInstanceOf(CogLoadError);
    expect(error.message).toMatch(/^Broken could not be built: its constructor, or a field of it, threw "/);
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  test('use their own defaults, which the compiler wrote types for', () => {
    @Injectable()
    class Store {
      constructor(readonly size = 3) {}
    }
    @Cog()
    class Shop {
      constructor(
        readonly store: Store,
        readonly name = 'shop',
        readonly open = true,
      ) {}
    }
    class Branch extends Shop {}
    Cog()(Branch);
    for (const cogClass of [Shop, Branch]) {
      const shop = new Bot({ cogs: [cogClass] }).getCog(cogClass);
      expect(shop).toMatchObject({ name: 'shop', open: true, store: { size: 3 } });
    }
  });
});
