import { describe, expect, test } from '@jest/globals';
import { Cog } from '../../../src/cogs/cog.js';
import { CommandGroup } from '../../../src/commands/application/command-group.js';
import { MessageCommand } from '../../../src/commands/application/message-command.js';
import { SlashCommand } from '../../../src/commands/application/slash-command.js';
import type { SlashContext } from '../../../src/commands/application/slash-context.js';
import { UserCommand } from '../../../src/commands/application/user-command.js';
import type { UserContext } from '../../../src/commands/application/user-context.js';
import { DuplicateCommandError } from '../../../src/errors/duplicate-command-error.js';
import { InvalidDefinitionError } from '../../../src/errors/invalid-definition-error.js';
import { Member } from '../../../src/models/member.js';
import type { Message } from '../../../src/models/message.js';
import type { User } from '../../../src/models/user.js';
import { APOLOGY } from '../../../src/pipeline/error-chain.js';
import type { Replies } from '../../../src/pipeline/replies.js';
import { Option } from '../../../src/schema/option.js';
import { CommandBench, OTHER_ID, wireMember, wireUser } from '../support/command-bench.js';

const EPHEMERAL = 64;

class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number', { maxValue: 100 }) b = 1;
}

class WhoOptions {
  @Option.member('Who', { required: false }) who?: Member;
}

@Cog()
class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }

  @SlashCommand('Doubles', { n: Option.integer('The number') })
  double(_ctx: SlashContext, { n }: { n: number }): string {
    return String(n * 2);
  }

  @SlashCommand('Names a member', WhoOptions)
  showMember(_ctx: SlashContext, { who }: WhoOptions): string {
    return who ? `${who.constructor.name} ${who.id} ${who.nick}` : 'nobody';
  }

  @SlashCommand('Counts')
  async *count(): Replies {
    const first = yield 'one';
    yield `two after ${typeof first.id}`;
    return 'three';
  }

  @SlashCommand('Breaks')
  break(): string {
    throw new Error('the disk is full');
  }

  @SlashCommand('Says nothing')
  async silent(ctx: SlashContext): Promise<void> {
    await ctx.reply('by hand');
  }
}

@Cog()
@CommandGroup('config', 'Server settings')
class Config {
  @SlashCommand('Shows')
  show(): string {
    return 'shown';
  }

  @SlashCommand({ description: 'Adds a role', group: 'roles' }, { name: Option.string('Which') })
  add(_ctx: SlashContext, { name }: { name: string }): string {
    return `added ${name}`;
  }
}

@Cog()
class Menus {
  @UserCommand('Show profile')
  profile(_ctx: UserContext, target: User | Member): string {
    return `${target instanceof Member ? 'member' : 'user'} ${target.id}`;
  }

  @MessageCommand('Quote')
  quote(_ctx: unknown, message: Message): string {
    return message.content;
  }
}

describe('slash commands', () => {
  test('reply with what the handler returns', async () => {
    const bench = new CommandBench().add(Maths);
    const options = [
      { type: 4, name: 'a', value: 2 },
      { type: 4, name: 'b', value: 3 },
    ];
    expect(await bench.slash('add', options)).toMatchObject([{ via: 'interaction:4', content: '2 + 3 = 5' }]);
  });

  test('take the initialiser of an option that was left out', async () => {
    const bench = new CommandBench().add(Maths);
    expect(await bench.slash('add', [{ type: 4, name: 'a', value: 2 }])).toMatchObject([
      { content: '2 + 1 = 3' },
    ]);
  });

  test('take options written in place', async () => {
    const bench = new CommandBench().add(Maths);
    expect(await bench.slash('double', [{ type: 4, name: 'n', value: 21 }])).toMatchObject([
      { content: '42' },
    ]);
  });

  test('are named after their method in kebab-case, and get models of resolved entities', async () => {
    const bench = new CommandBench().add(Maths);
    const resolved = {
      users: { [OTHER_ID]: wireUser(OTHER_ID) },
      members: { [OTHER_ID]: wireMember({ nick: 'Bob' }) },
    };
    const given = await bench.slash('show-member', [{ type: 6, name: 'who', value: OTHER_ID }], {
      data: { resolved },
    });
    expect(given).toMatchObject([{ content: `Member ${OTHER_ID} Bob` }]);
    expect(await bench.slash('show-member')).toMatchObject([{ content: 'nobody' }]);
  });

  test('tell the user of a member option when the user is not a member', async () => {
    const bench = new CommandBench().add(Maths);
    const data = { resolved: { users: { [OTHER_ID]: wireUser(OTHER_ID) } } };
    const [answer] = await bench.slash('show-member', [{ type: 6, name: 'who', value: OTHER_ID }], { data });
    expect(answer).toMatchObject({ flags: EPHEMERAL, content: expect.stringContaining('not a member') });
  });

  test('refuse a value beyond its limit with a private sentence, and log nothing', async () => {
    const bench = new CommandBench().add(Maths);
    const answers = await bench.slash('add', [
      { type: 4, name: 'a', value: 2 },
      { type: 4, name: 'b', value: 101 },
    ]);
    expect(answers).toMatchObject([{ flags: EPHEMERAL, content: '`b` takes at most 100, not "101".' }]);
    expect(bench.log).toEqual([]);
  });

  test('reply with the first yield, follow up with later ones and the returned value', async () => {
    const bench = new CommandBench().add(Maths);
    expect(await bench.slash('count')).toMatchObject([
      { via: 'interaction:4', content: 'one' },
      { via: 'followUp', content: 'two after string' },
      { via: 'followUp', content: 'three' },
    ]);
  });

  test('answer nothing more when the handler answered by hand', async () => {
    const bench = new CommandBench().add(Maths);
    expect(await bench.slash('silent')).toMatchObject([{ content: 'by hand' }]);
  });

  test('apologise privately for a handler that throws, log where, and live on', async () => {
    const bench = new CommandBench().add(Maths);
    expect(await bench.slash('break')).toMatchObject([{ flags: EPHEMERAL, content: APOLOGY }]);
    expect(bench.log).toMatchObject([
      {
        level: 'error',
        message: 'slash command "break" (Maths.break) failed: the disk is full',
        fields: { cog: 'Maths', method: 'break', invocationId: expect.stringMatching(/^\d+$/) },
      },
    ]);
    expect(await bench.slash('double', [{ type: 4, name: 'n', value: 1 }])).toMatchObject([{ content: '2' }]);
  });

  test('are found below their group', async () => {
    const bench = new CommandBench().add(Config);
    expect(await bench.slash('config show')).toMatchObject([{ content: 'shown' }]);
    const options = [{ type: 3, name: 'name', value: 'mod' }];
    expect(await bench.slash('config roles add', options)).toMatchObject([{ content: 'added mod' }]);
  });

  test('of unknown names are answered, not left to fail', async () => {
    const bench = new CommandBench().add(Maths);
    const [answer] = await bench.slash('gone');
    expect(answer).toMatchObject({
      flags: EPHEMERAL,
      content: expect.stringContaining('does not exist any more'),
    });
    expect(bench.log).toMatchObject([{ level: 'warn' }]);
  });

  test('are deferred two seconds after receipt when nothing was answered', async () => {
    @Cog()
    class Slow {
      @SlashCommand('Waits')
      async slow(): Promise<string> {
        await new Promise<void>((resolve) => bench.clock.setTimeout(resolve, 5000));
        return 'done';
      }
    }
    const bench = new CommandBench().add(Slow);
    const answers = bench.slash('slow');
    await bench.clock.advance(1999);
    expect(bench.answers).toEqual([]);
    await bench.clock.advance(5000);
    expect(await answers).toMatchObject([{ via: 'interaction:5' }, { via: 'editOriginal', content: 'done' }]);
    expect(bench.clock.pendingTimers).toBe(0);
  });

  test('are not deferred when the bot says so', async () => {
    const bench = new CommandBench({ application: { autoDefer: false } }).add(Maths);
    await bench.slash('silent');
    expect(bench.clock.pendingTimers).toBe(0);
  });
});

describe('menu commands', () => {
  test('get a member in guilds, a user elsewhere, and the message', async () => {
    const bench = new CommandBench().add(Menus);
    const users = { [OTHER_ID]: wireUser(OTHER_ID) };
    const inGuild = { target_id: OTHER_ID, resolved: { users, members: { [OTHER_ID]: wireMember() } } };
    expect(await bench.menu(2, 'Show profile', inGuild)).toMatchObject([{ content: `member ${OTHER_ID}` }]);
    const outside = { target_id: OTHER_ID, resolved: { users } };
    expect(await bench.menu(2, 'Show profile', outside)).toMatchObject([{ content: `user ${OTHER_ID}` }]);
    const id = bench.id();
    const quoted = { target_id: id, resolved: { messages: { [id]: { ...bench.message('said'), id } } } };
    expect(await bench.menu(3, 'Quote', quoted)).toMatchObject([{ content: 'said' }]);
  });
});

describe('registration', () => {
  test('names both places when two commands have one name', () => {
    @Cog()
    class Other {
      @SlashCommand({ name: 'add', description: 'Adds' })
      plus(): string {
        return '';
      }
    }
    const attempt = (): unknown => new CommandBench().add(Maths, Other);
    expect(attempt).toThrow(DuplicateCommandError);
    expect(attempt).toThrow(/"add": Maths\.add and Other\.plus/);
  });

  test('takes everything back when one command of a cog is refused', () => {
    @Cog()
    class HalfGood {
      @SlashCommand('Fine')
      fine(): void {}

      @SlashCommand({ name: 'add', description: 'Taken' })
      taken(): void {}
    }
    const bench = new CommandBench().add(Maths);
    const before = bench.application.all;
    expect(() => bench.add(HalfGood)).toThrow(DuplicateCommandError);
    expect(bench.application.all).toEqual(before);
    expect(bench.cogs.cogs).toHaveLength(1);
  });

  test('refuses names that Discord does not take, with class and method', () => {
    @Cog()
    class Loud {
      @SlashCommand({ name: 'Shout!', description: 'x' })
      shout(): void {}
    }
    expect(() => new CommandBench().add(Loud)).toThrow(InvalidDefinitionError);
    expect(() => new CommandBench().add(Loud)).toThrow(/^Loud\.shout: "Shout!" is not a name Discord takes/);
  });

  test('refuses a command that would hide a group of its name', () => {
    @Cog()
    class Flat {
      @SlashCommand('Same name as the group')
      config(): void {}
    }
    expect(() => new CommandBench().add(Config, Flat)).toThrow(DuplicateCommandError);
  });

  test('lets two cogs share a group, but not a name in it nor another description of it', () => {
    @Cog()
    @CommandGroup('config', 'Server settings')
    class MoreConfig {
      @SlashCommand('Resets')
      reset(): void {}
    }
    @Cog()
    @CommandGroup('config', 'Server settings')
    class SameName {
      @SlashCommand('Shows')
      show(): void {}
    }
    @Cog()
    @CommandGroup('config', 'Something else')
    class OtherWords {
      @SlashCommand('Clears')
      clear(): void {}
    }
    const bench = new CommandBench().add(Config, MoreConfig);
    expect(bench.application.toWire(undefined)).toMatchObject([{ options: { length: 3 } }]);
    expect(() => bench.add(SameName)).toThrow(/"config show": Config\.show and SameName\.show/);
    expect(() => bench.add(OtherWords)).toThrow(/another description or other settings than in Config\.show/);
  });

  test('refuses more commands than Discord takes in one scope', () => {
    const cogs = Array.from({ length: 101 }, (_, index) => {
      class Numbered {
        run(): void {}
      }
      SlashCommand({ name: `command-${index}`, description: 'x' })(Numbered.prototype, 'run', {});
      Cog()(Numbered);
      return Numbered;
    });
    expect(() => new CommandBench().add(...cogs.slice(0, 100))).not.toThrow();
    expect(() => new CommandBench().add(...cogs)).toThrow(/Discord takes 100 everywhere/);
  });

  test('keeps commands of different guilds apart', () => {
    @Cog()
    class Here {
      @SlashCommand({ description: 'Here', guilds: ['1'] })
      add(): void {}
    }
    const bench = new CommandBench().add(Maths, Here);
    expect(bench.application.get('add', { guildId: '1' })?.origin.cog).toBe('Here');
    expect(bench.application.get('add')?.origin.cog).toBe('Maths');
    expect(bench.application.toWire('1').map(({ name }) => name)).toEqual(['add']);
  });
});
