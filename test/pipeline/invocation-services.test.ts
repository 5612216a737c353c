import { describe, expect, test } from '@jest/globals';
import type { CheckContext, Context, SlashContext } from 'cogwork';
import {
  Check,
  Cog,
  CommandGroup,
  HybridCommand,
  Injectable,
  InvocationContext,
  inject,
  SlashCommand,
  servicesOf,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

const life: string[] = [];

class Database {
  readonly name = `database ${life.push('database made')}`;
}

let transactions = 0;

@Injectable({ scope: 'invocation' })
class Transaction {
  readonly database = inject(Database);
  readonly ctx = inject(InvocationContext);
  readonly id = ++transactions;

  async dispose(): Promise<void> {
    life.push(`transaction ${this.id} ended`);
  }
}

@Injectable({ scope: 'invocation' })
class HasTransaction {
  readonly transaction = inject(Transaction);

  check(ctx: CheckContext): boolean {
    return this.transaction.ctx === ctx;
  }
}

let last: SlashContext | undefined;

@Cog()
@CommandGroup('db', 'Database')
class Shop {
  readonly database = inject(Database);

  @SlashCommand('Buys')
  @Check(HasTransaction)
  async buy(ctx: SlashContext): Promise<string> {
    last = ctx;
    const [one, other] = [ctx.services.resolve(Transaction), servicesOf(ctx).resolve(Transaction)];
    life.push(`bought in ${one.id}`);
    return `${one === other} ${one.database === this.database}`;
  }

  @SlashCommand('Fails')
  fail(ctx: SlashContext): void {
    ctx.services.resolve(Transaction);
    throw new Error('no');
  }
}

@Cog()
class Plain {
  @HybridCommand('Does without')
  plain(ctx: Context): string {
    return ctx.services.has(Database) ? 'yes' : 'no';
  }
}

describe('services of an invocation', () => {
  test('are one per run, share those of the bot, and are disposed when it has ended', async () => {
    life.length = 0;
    await using world = await testBot({ cogs: [Shop, Plain], prefix: '!' });
    const { alice, general } = world;
    expect((await alice.slash(general, 'db buy')).content).toBe('true true');
    expect((await alice.slash(general, 'db buy')).content).toBe('true true');
    await alice.slash(general, 'db fail');
    await world.discord.settle();
    expect(life).toEqual([
      'database made',
      'bought in 1',
      'transaction 1 ended',
      'bought in 2',
      'transaction 2 ended',
      'transaction 3 ended',
    ]);
    expect((await alice.say(general, '!plain')).reply?.content).toBe('yes');
  });

  test('end with it, and exist nowhere else', async () => {
    await using world = await testBot({ cogs: [Shop] });
    await world.alice.slash(world.general, 'db buy');
    await world.discord.settle();
    expect(() => last!.services).toThrow(/is not running, so it has no services/);
    expect(() => world.bot.container.resolve(Transaction)).toThrow(/lives for one invocation/);
    class Keeps {
      constructor(readonly transaction: Transaction) {}
    }
    Reflect.defineMetadata('design:paramtypes', [Transaction], Keeps);
    expect(() => world.bot.container.resolve(Keeps)).toThrow(/Keeps → Transaction.*lives for one invocation/);
  });
});
