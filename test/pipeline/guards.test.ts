import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../src/cogs/cog.js';
import { SlashCommand } from '../../src/commands/application/slash-command.js';
import { PrefixCommand } from '../../src/commands/prefix/prefix-command.js';
import { inject } from '../../src/di/inject.js';
import { CheckFailedError } from '../../src/errors/check-failed-error.js';
import type { CheckContext } from '../../src/pipeline/check-context.js';
import { Check } from '../../src/pipeline/checks/check.js';
import type { CheckFunction } from '../../src/pipeline/checks/check-like.js';
import { allOf, anyOf, not } from '../../src/pipeline/checks/combine-checks.js';
import {
  botHasPermissions,
  hasGuildPermissions,
  hasPermissions,
  RequirePermissions,
} from '../../src/pipeline/checks/require-permissions.js';
import { directMessageOnly, guildOnly, nsfwOnly } from '../../src/pipeline/checks/require-place.js';
import { botHasRole, hasRole } from '../../src/pipeline/checks/require-roles.js';
import { MaxConcurrency } from '../../src/pipeline/limits/concurrency-limit.js';
import { Cooldown } from '../../src/pipeline/limits/cooldown.js';
import { Option } from '../../src/schema/option.js';
import type { Constructor } from '../../src/types/type-tools.js';
import { CommandBench, OTHER_ID, USER_ID, wireMember, wireUser } from '../commands/support/command-bench.js';

const inDm = { guild_id: undefined, member: undefined, user: wireUser(USER_ID) };
const as = (extra: object, id = USER_ID): { payload: object } => ({
  payload: { member: { ...wireMember(), user: wireUser(id), permissions: '0', ...extra } },
});

/** Cog with one command `run`, guarded by the given checks from top to bottom. */
function guarded(...checks: Parameters<typeof Check>[0][]): Constructor {
  class Guarded {
    run(): string {
      return 'ran';
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(Guarded.prototype, 'run')!;
  for (const check of [...checks].reverse()) Check(check)(Guarded.prototype, 'run', descriptor);
  SlashCommand('Runs')(Guarded.prototype, 'run', descriptor);
  Cog()(Guarded);
  return Guarded;
}

async function outcome(check: CheckFunction, extra: { payload?: object } = {}): Promise<string | undefined> {
  const [answer] = await new CommandBench().add(guarded(check)).slash('run', [], extra);
  return answer?.content;
}

describe('checks', () => {
  test('run in reading order, the class first, and the first that refuses ends it', async () => {
    const order: string[] = [];
    const note = (name: string, result = true): CheckFunction => {
      return () => {
        order.push(name);
        return result;
      };
    };
    @Cog()
    @Check(note('class 1'))
    @Check(note('class 2'))
    class Ordered {
      @SlashCommand('x')
      @Check(note('method 1'))
      @Check(note('method 2', false))
      @Check(note('method 3'))
      run(): string {
        return 'ran';
      }

      @Check(note('above'))
      @SlashCommand('x')
      @Check(note('below'))
      other(): string {
        return 'ran';
      }
    }
    const bench = new CommandBench().add(Ordered);
    expect(await bench.slash('run')).toMatchObject([{ content: 'You cannot use this here.', flags: 64 }]);
    expect(order.splice(0)).toEqual(['class 1', 'class 2', 'method 1', 'method 2']);
    expect(await bench.slash('other')).toMatchObject([{ content: 'ran' }]);
    expect(order).toEqual(['class 1', 'class 2', 'above', 'below']);
  });

  test('that are classes are built by injection', async () => {
    class Premium {
      readonly guilds = new Set<string>();
    }
    class PremiumOnly {
      readonly premium = inject(Premium);
      check(ctx: CheckContext): boolean {
        return this.premium.guilds.has(ctx.guildId ?? '');
      }
    }
    const bench = new CommandBench().add(guarded(PremiumOnly));
    expect(await bench.slash('run')).toMatchObject([{ content: 'You cannot use this here.' }]);
    bench.container.resolve(Premium).guilds.add('300000000000000001');
    expect(await bench.slash('run')).toMatchObject([{ content: 'ran' }]);
  });

  test('of the whole bot stand before those of cogs, and can be taken away', async () => {
    const bench = new CommandBench().add(guarded());
    const remove = bench.tools.botSteps!.addCheck(() => {
      throw new CheckFailedError('Closed for repairs.');
    });
    expect(await bench.slash('run')).toMatchObject([{ content: 'Closed for repairs.' }]);
    remove();
    expect(await bench.slash('run')).toMatchObject([{ content: 'ran' }]);
  });

  test('stand before prefix commands alike', async () => {
    @Cog()
    class Typed {
      @PrefixCommand('x')
      @Check(() => false)
      run(): string {
        return 'ran';
      }
    }
    expect(await new CommandBench().add(Typed).say('!run')).toMatchObject([
      { content: 'You cannot use this here.' },
    ]);
  });
});

describe('built-in checks', () => {
  test.each([
    ['ban', as({ permissions: '4' }), 'ran'],
    ['administrator', as({ permissions: '8' }), 'ran'],
    ['nothing', as({ permissions: '0' }), 'You need the permission BanMembers for this.'],
    ['anything in a direct message', { payload: inDm }, 'ran'],
  ])('hasPermissions for a user who may %s', async (_name, extra, expected) => {
    expect(await outcome(hasPermissions('BanMembers'), extra)).toBe(expected);
  });

  test('botHasPermissions names what the bot lacks', async () => {
    const check = botHasPermissions('BanMembers', 'KickMembers');
    expect(await outcome(check, { payload: { app_permissions: '6' } })).toBe('ran');
    expect(await outcome(check, { payload: { app_permissions: '0' } })).toBe(
      'I need the permissions KickMembers, BanMembers for this.',
    );
  });

  test('hasGuildPermissions refuses in direct messages and counts no channel permissions', async () => {
    expect(await outcome(hasGuildPermissions('BanMembers'), { payload: inDm })).toMatch(/in a server/);
    expect(await outcome(hasGuildPermissions('BanMembers'), as({ permissions: '4' }))).toMatch(/BanMembers/);
  });

  test('a misspelt permission fails when it is written, with the nearest name', () => {
    expect(() => RequirePermissions('BanMember' as 'BanMembers')).toThrow(/Did you mean 'BanMembers'/);
  });

  test('hasRole takes ids', async () => {
    expect(await outcome(hasRole('1', '5'), as({ roles: ['5'] }))).toBe('ran');
    expect(await outcome(hasRole('1', '5'), as({ roles: ['6'] }))).toBe(
      'You need one of the roles 1, 5 for this.',
    );
    expect(await outcome(hasRole('1'), { payload: inDm })).toMatch(/in a server/);
    expect(await outcome(botHasRole('1'))).toBe('I need the role 1 for this.');
  });

  test('guildOnly, directMessageOnly and nsfwOnly look at the place', async () => {
    expect(await outcome(guildOnly)).toBe('ran');
    expect(await outcome(guildOnly, { payload: inDm })).toMatch(/in a server/);
    expect(await outcome(directMessageOnly)).toMatch(/direct messages/);
    expect(await outcome(directMessageOnly, { payload: inDm })).toBe('ran');
    expect(await outcome(nsfwOnly)).toMatch(/age-restricted/);
    expect(await outcome(nsfwOnly, { payload: { channel: { id: '4', type: 0, nsfw: true } } })).toBe('ran');
    expect(await outcome(nsfwOnly, { payload: inDm })).toBe('ran');
  });

  test('anyOf, allOf and not combine others', async () => {
    const admin = hasPermissions('Administrator');
    expect(await outcome(anyOf(directMessageOnly, guildOnly))).toBe('ran');
    expect(await outcome(anyOf(directMessageOnly, admin))).toBe(
      'This can only be used in direct messages. Or: You need the permission Administrator for this.',
    );
    expect(await outcome(allOf(guildOnly, admin))).toMatch(/Administrator/);
    expect(await outcome(allOf(guildOnly, not(directMessageOnly)))).toBe('ran');
    expect(await outcome(not(guildOnly))).toBe('You cannot use this here.');
  });
});

describe('cooldowns', () => {
  class Text {
    @Option.integer('Number') n = 0;
  }

  @Cog()
  class Limited {
    @SlashCommand('x', Text)
    @Cooldown({ uses: 2, perMs: 10_000, by: 'user' })
    fixed(): string {
      return 'ran';
    }

    @SlashCommand('x')
    @Cooldown({ uses: 2, perMs: 10_000, by: 'user', window: 'sliding' })
    sliding(): string {
      return 'ran';
    }

    @SlashCommand('x')
    @Cooldown({ limit: (ctx) => (ctx.user.id === OTHER_ID ? undefined : { uses: 1, perMs: 1000 }) })
    dynamic(): string {
      return 'ran';
    }
  }

  const results = async (bench: CommandBench, name: string, atMs: readonly number[]): Promise<string[]> => {
    const found: string[] = [];
    let nowMs = 0;
    for (const at of atMs) {
      await bench.clock.advance(at - nowMs);
      nowMs = at;
      found.push((await bench.slash(name))[0]?.content ?? '');
    }
    return found;
  };

  test('count from the first use in a fixed window', async () => {
    const bench = new CommandBench().add(Limited);
    expect(await results(bench, 'fixed', [0, 8000, 9000, 10_000, 11_000, 12_000])).toEqual([
      'ran',
      'ran',
      'Slow down: try again in 1.0 seconds.',
      'ran',
      'ran',
      'Slow down: try again in 8.0 seconds.',
    ]);
  });

  test('look back in a sliding window', async () => {
    const bench = new CommandBench().add(Limited);
    expect(await results(bench, 'sliding', [0, 8000, 9000, 10_000, 11_000])).toEqual([
      'ran',
      'ran',
      'Slow down: try again in 1.0 seconds.',
      'ran',
      'Slow down: try again in 7.0 seconds.',
    ]);
  });

  test('count users apart, and commands apart', async () => {
    const bench = new CommandBench().add(Limited);
    await results(bench, 'fixed', [0, 0]);
    expect(await bench.slash('fixed', [], as({}, OTHER_ID))).toMatchObject([{ content: 'ran' }]);
    expect(await bench.slash('sliding')).toMatchObject([{ content: 'ran' }]);
  });

  test('count a use with wrong options too', async () => {
    const bench = new CommandBench().add(Limited);
    for (let use = 0; use < 2; use++) await bench.slash('fixed', [{ type: 4, name: 'n', value: 'x' }]);
    expect(await bench.slash('fixed')).toMatchObject([{ content: expect.stringContaining('Slow down') }]);
  });

  test('may be different for each use', async () => {
    const bench = new CommandBench().add(Limited);
    expect(await results(bench, 'dynamic', [0, 0])).toEqual(['ran', 'Slow down: try again in 1.0 seconds.']);
    for (let use = 0; use < 3; use++) {
      expect(await bench.slash('dynamic', [], as({}, OTHER_ID))).toMatchObject([{ content: 'ran' }]);
    }
  });
});

describe('max concurrency', () => {
  @Cog()
  class Busy {
    readonly open: Array<() => void> = [];

    @SlashCommand({ description: 'x', autoDefer: false })
    @MaxConcurrency({ uses: 1, by: 'guild' })
    @Cooldown({ uses: 2, perMs: 1000 })
    refused(): Promise<string> {
      return this.work();
    }

    @SlashCommand({ description: 'x', autoDefer: false })
    @MaxConcurrency({ uses: 1, by: 'guild', wait: true })
    waits(): Promise<string> {
      return this.work();
    }

    work(): Promise<string> {
      return new Promise((resolve) => this.open.push(() => resolve('ran')));
    }
  }

  test('refuses a run too many without spending its cooldown, and lets the next one in', async () => {
    const bench = new CommandBench().add(Busy);
    const cog = bench.cogs.get(Busy)!;
    const first = bench.slash('refused');
    await bench.clock.settle();
    expect((await bench.slash('refused'))[0]?.content).toMatch(/still running/);
    expect(cog.open).toHaveLength(1);
    cog.open[0]!();
    await first;
    const second = bench.slash('refused');
    await bench.clock.settle();
    cog.open[1]!();
    expect((await second)[0]?.content).toBe('ran');
  });

  test('waits for its turn, first come first served', async () => {
    const bench = new CommandBench().add(Busy);
    const cog = bench.cogs.get(Busy)!;
    const all = [bench.slash('waits'), bench.slash('waits'), bench.slash('waits')];
    for (let turn = 0; turn < 3; turn++) {
      await bench.clock.settle();
      expect(cog.open).toHaveLength(turn + 1);
      cog.open[turn]!();
    }
    await Promise.all(all);
    expect(bench.answers).toHaveLength(3);
  });
});
