import { describe, expect, test } from '@jest/globals';
import type { Message, SlashContext } from 'cogwork';
import {
  Bot,
  Cog,
  DuplicateCommandError,
  Intents,
  InvalidTokenError,
  Listen,
  MissingIntentError,
  NotReadyError,
  SlashCommand,
  UncachedEventError,
  UnresolvableError,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

function refusal<E>(make: () => unknown): E {
  try {
    make();
  } catch (error) {
    return error as E;
  }
  throw new Error('nothing was refused');
}

describe('two commands of one name', () => {
  @Cog()
  class First {
    @SlashCommand('Says hello')
    greet(): string {
      return 'hello';
    }
  }

  @Cog()
  class Second {
    @SlashCommand('Says good day')
    greet(): string {
      return 'good day';
    }
  }

  test('are refused when the bot is made, and both places are named', () => {
    const error = refusal<DuplicateCommandError>(() => new Bot({ cogs: [First, Second] }));
    expect(error).toBeInstanceOf(DuplicateCommandError);
    expect(error.message).toContain('First.greet');
    expect(error.message).toContain('Second.greet');
  });

  test('leave a running bot as it was when the second comes later', async () => {
    const { alice, bot, general } = await testBot({ cogs: [First] });
    await expect(bot.addCog(Second)).rejects.toBeInstanceOf(DuplicateCommandError);
    expect((await alice.slash(general, 'greet')).content).toBe('hello');
  });
});

describe('a cog whose constructor cannot be resolved', () => {
  interface Database {
    readonly url: string;
  }

  class Store {
    constructor(readonly database: Database) {}
  }
  Reflect.defineMetadata('design:paramtypes', [Object], Store);

  @Cog()
  class Warnings {
    constructor(readonly store: Store) {}
  }

  test('is refused with the chain of classes and the two cures', () => {
    const error = refusal<UnresolvableError>(() => new Bot({ cogs: [Warnings] }));
    expect(error).toBeInstanceOf(UnresolvableError);
    expect(error.message).toContain('Warnings → Store');
    expect(error.message).toContain('inject(');
    expect(error.message).toContain("'import type'");
  });

  test('is refused with advice for compilers that write no metadata', () => {
    @Cog()
    class Bare {
      constructor(readonly store: Store) {}
    }
    Reflect.deleteMetadata('design:paramtypes', Bare);
    const { message } = refusal<UnresolvableError>(() => new Bot({ cogs: [Bare] }));
    expect(message).toContain('Bare');
    expect(message).toContain('inject()');
    expect(message).toContain('emitDecoratorMetadata');
  });
});

describe('a handler that throws', () => {
  const mistake = new Error('the wheel came off');

  @Cog()
  class Shaky {
    @SlashCommand('Breaks')
    async crash(_ctx: SlashContext): Promise<void> {
      throw mistake;
    }

    @SlashCommand('Works')
    works(): string {
      return 'still here';
    }

    @Listen('messageCreate')
    stumble(message: Message): void {
      if (message.content === 'boo') throw mistake;
    }
  }

  test('is logged with cog, method and interaction, the user gets a short private apology, and the bot lives', async () => {
    const { alice, general, logs } = await testBot({ cogs: [Shaky] });
    const answer = await alice.slash(general, 'crash');
    expect(answer.ephemeral).toBe(true);
    expect(answer.content).not.toContain('wheel');
    expect(answer.content.length).toBeLessThan(200);
    const [line] = logs.of('error');
    expect(line?.message).toContain('Shaky.crash');
    expect(line?.fields['error']).toBe(mistake);
    expect(JSON.stringify(line?.fields)).toMatch(/\d{17,20}/);
    expect((await alice.slash(general, 'works')).content).toBe('still here');
  });

  test('is logged when it is a listener, too', async () => {
    const { alice, general, logs } = await testBot({ cogs: [Shaky] });
    await alice.say(general, 'boo');
    expect(logs.of('error')[0]?.message).toContain('Shaky.stumble');
    expect((await alice.slash(general, 'works')).content).toBe('still here');
  });
});

describe('a listener of an event that needs a cache', () => {
  @Cog()
  class Log {
    @Listen('messageDelete')
    deleted(): void {}
  }

  test('is an error at start when nothing is cached, and names the event that comes always', async () => {
    const start = testBot({ cogs: [Log], cache: { messages: null } });
    await expect(start).rejects.toBeInstanceOf(UncachedEventError);
    await expect(start).rejects.toThrow(
      /^Log\.deleted listens to 'messageDelete', which comes only for what is cached.*'rawMessageDelete'/,
    );
    await using world = await testBot({ cogs: [Log] });
    expect(world.bot.isReady).toBe(true);
  });

  test('that comes later is told of in the log', async () => {
    const { bot, logs } = await testBot({ cache: { emojis: false }, intents: Intents.all() });
    bot.listen('emojiCreate', () => {});
    expect(logs.of('error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/'emojiCreate'.*cache\.emojis.*'guildEmojisUpdate'/),
    ]);
  });
});

describe('a listener without its intent', () => {
  @Cog()
  class Welcome {
    @Listen('guildMemberAdd')
    greet(): void {}
  }

  test('is an error at start that names cog, method and intent', async () => {
    const start = testBot({ cogs: [Welcome], intents: ['Guilds', 'GuildMessages'] });
    await expect(start).rejects.toBeInstanceOf(MissingIntentError);
    await expect(start).rejects.toThrow(
      /^Welcome\.greet, listening to 'guildMemberAdd', needs the intent GuildMembers, which/,
    );
  });

  test('is told of in the log when it would find messages empty', async () => {
    @Cog()
    class Echo {
      @Listen('messageCreate')
      echo(): void {}
    }
    const warningsWith = async (intents?: Intents): Promise<string[]> => {
      await using world = await testBot({ cogs: [Echo], ...(intents ? { intents } : {}) });
      return world.logs.of('warn').map(({ message }) => message);
    };
    expect(await warningsWith(Intents.default())).toEqual([
      expect.stringMatching(
        /^Echo\.echo, listening to 'messageCreate', will find most messages empty.*MessageContent/,
      ),
    ]);
    expect(await warningsWith(Intents.default().with('MessageContent'))).toEqual([]);
    expect(await warningsWith()).toEqual([]);
  });

  test('that comes when the bot is connected already is told of in the log', async () => {
    const { bot, logs } = await testBot();
    await bot.addCog(Welcome);
    expect(logs.of('error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/Welcome\.greet.*GuildMembers/),
    ]);
  });

  test('gets it by itself when the intents are computed, and they say why', async () => {
    const { bot } = await testBot({ cogs: [Welcome] });
    expect(bot.intents.has('GuildMembers')).toBe(true);
    expect(bot.intents.reasonsFor('GuildMembers')).toEqual(["Welcome.greet listens to 'guildMemberAdd'"]);
    expect(bot.intents.has('MessageContent')).toBe(false);
  });
});

describe('a token that Discord refuses', () => {
  const unknown = `${Buffer.from('1234567890123456789').toString('base64url')}.GaBcDe.${'a'.repeat(38)}`;

  test('is a typed error, the token is not shown, and the bot is closed', async () => {
    const { discord } = await testBot();
    const bot = new Bot({
      clock: discord.clock,
      logLevel: 'silent',
      sockets: discord.sockets,
      rest: { baseUrl: discord.apiUrl, dispatcher: () => discord.dispatcher() },
    });
    const error = await bot.start(unknown).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidTokenError);
    expect(String((error as Error).stack)).not.toContain('GaBcDe');
    expect(bot.isClosed).toBe(true);
  });
});

test('what exists only after the start says so before it', () => {
  const bot = new Bot();
  expect(refusal(() => bot.user)).toBeInstanceOf(NotReadyError);
  expect(refusal(() => bot.shards)).toBeInstanceOf(NotReadyError);
  expect(bot.isReady).toBe(false);
  expect(bot.latencyMs).toBeNaN();
});
