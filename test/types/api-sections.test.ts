/** Sections 1 to 3 of the public surface, run as a user runs them. */
import { describe, expect, test } from '@jest/globals';
import { Max, MaxLength, Min } from 'class-validator';
import type {
  Context,
  Member,
  MessageContext,
  PrefixContext,
  Replies,
  Role,
  SlashContext,
  TextChannel,
  User,
  UserContext,
} from 'cogwork';
import {
  After,
  Before,
  Bot,
  ChannelType,
  Check,
  Cog,
  CommandGroup,
  type CommandResult,
  Cooldown,
  CooldownError,
  HybridCommand,
  Injectable,
  inject,
  Listen,
  MaxConcurrency,
  type Message,
  MessageCommand,
  OnError,
  Option,
  PrefixCommand,
  RequireBotPermissions,
  RequirePermissions,
  SlashCommand,
  Task,
  UserCommand,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

const log: string[] = [];
const suggestRules = (): string[] => ['be kind', 'be brief'];
const isOpen = (): boolean => true;

class PremiumOnly {
  check(ctx: Context): boolean {
    return ctx.user.username !== 'bob';
  }
}

@Injectable()
class WarningStore {
  readonly warnings: string[] = [];
}

class BanOptions {
  @Option.member('Who to ban') member!: Member;
  @Option.integer('Days of messages to delete') @Min(0) @Max(7) days = 0;
  @Option.string('Why', { required: false }) @MaxLength(200) reason?: string;
  @Option.string('Rule', { autocomplete: suggestRules }) rule = 'none';
  @Option.channel('Log to', { types: [ChannelType.GuildText], required: false }) log?: TextChannel;
}

class DiceOptions {
  @Option.integer('Sides') sides = 6;
}

class HelloOptions {
  @Option.string('Name') name = 'you';
}

class RoleOptions {
  @Option.role('Which') role!: Role;
}

@Cog({ description: 'Moderation' })
class Moderation {
  private readonly bot = inject(Bot);
  constructor(private readonly store: WarningStore) {}

  @SlashCommand({ description: 'Bans a member', contexts: ['guild'] }, BanOptions)
  @RequirePermissions('BanMembers')
  @RequireBotPermissions('BanMembers')
  @Check(isOpen)
  @Check(PremiumOnly)
  @Cooldown({ uses: 2, perMs: 10_000, by: 'member' })
  @MaxConcurrency({ uses: 1, by: 'guild' })
  async ban(_ctx: SlashContext, options: BanOptions): Promise<string> {
    this.store.warnings.push(options.rule);
    return `${options.member.user.username} ${options.days} ${options.reason} ${options.rule} ${this.bot.user.username} ${this.store.warnings.length}`;
  }

  @UserCommand('Show profile')
  profile(_ctx: UserContext, target: User | Member): string {
    return `profile of ${target.id}`;
  }

  @MessageCommand('Quote')
  quote(_ctx: MessageContext, message: Message): string {
    return `> ${message.content}`;
  }

  @PrefixCommand('Rolls dice', DiceOptions, { aliases: ['r'] })
  roll(_ctx: PrefixContext, o: DiceOptions): string {
    return `1 to ${o.sides}`;
  }

  @HybridCommand('Says hello', HelloOptions)
  async *hello(_ctx: Context, o: HelloOptions): Replies {
    const first = yield `Hello ${o.name}`;
    yield `again, after ${first.content}`;
  }

  @Before()
  check(ctx: Context): void {
    log.push(`before ${ctx.user.username}`);
  }

  @After()
  log(_ctx: Context, result: CommandResult): void {
    log.push(`after ${result.ok}`);
  }

  @OnError(CooldownError)
  tooFast(_ctx: Context, error: CooldownError): string {
    return `slow down for ${error.retryAfterMs}`;
  }

  @Task({ every: '5m' })
  sweep(): void {
    log.push('swept');
  }

  @Task({ cron: '0 9 * * 1', timezone: 'Europe/Paris' })
  weekly(): void {}

  @Listen('messageCreate')
  async ping(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}

@Cog()
@CommandGroup('config', 'Server settings', { permissions: ['ManageGuild'] })
class Config {
  @SlashCommand('Shows the settings')
  show(_ctx: SlashContext): string {
    return 'all';
  }

  @SlashCommand('Adds a role', RoleOptions, { group: 'roles' })
  add(_ctx: SlashContext, { role }: RoleOptions): string {
    return role.name;
  }
}

describe('sections 1 to 3 of the public surface', () => {
  test('run as they are written', async () => {
    log.length = 0;
    await using world = await testBot({ cogs: [Moderation, Config], prefix: '!' });
    const { alice, bob, clock, discord, general, guild, bot } = world;
    const admin = guild.createRole('admin', 8n);
    guild.giveRole(alice, admin);
    const [profile, quote] = [
      await alice.userCommand(general, 'Show profile', bob),
      await alice.messageCommand(await alice.say(general, 'wise'), 'Quote'),
    ];
    expect([profile.content, quote.content]).toEqual([`profile of ${bob.id}`, '> wise']);
    expect((await alice.say(general, '!r 20')).reply?.content).toBe('1 to 20');
    expect((await alice.say(general, 'ping')).reply?.content).toBe('pong');
    await alice.slash(general, 'hello', { name: 'Ann' });
    await discord.settle();
    expect(
      alice
        .read(general)
        .slice(-2)
        .map(({ content }) => content),
    ).toEqual(['Hello Ann', 'again, after Hello Ann']);
    expect((await alice.slash(general, 'config show')).content).toBe('all');
    expect((await alice.slash(general, 'config roles add', { role: admin })).content).toBe('admin');
    expect(await alice.suggest(general, 'ban', { option: 'rule', text: 'k' })).toBeDefined();
    await clock.advance('5m');
    expect(log).toContain('swept');
    expect(log.slice(0, 2)).toEqual(['before alice', 'after true']);
    expect(bot.intents.explain().map(({ intent }) => intent)).toContain('GuildMessages');
    expect(String(await bot.commands.plan())).toBe('Commands are in sync: nothing to do.');
  });

  test('stand in the order of the pipeline: checks, limits, options, handler, and the chain of errors', async () => {
    await using world = await testBot({ cogs: [Moderation], prefix: '!' });
    const { alice, bob, general, guild, clock } = world;
    const refused = await alice.slash(general, 'ban', { member: bob });
    expect(refused.ephemeral).toBe(true);
    const admin = guild.createRole('admin', 8n);
    for (const person of [alice, bob]) guild.giveRole(person, admin);
    expect((await bob.slash(general, 'ban', { member: alice })).ephemeral).toBe(true);
    const options = { member: bob, days: 3, reason: 'spam' };
    for (let use = 1; use <= 2; use++) {
      expect((await alice.slash(general, 'ban', options)).content).toBe(`bob 3 spam none bot ${use}`);
    }
    expect((await alice.slash(general, 'ban', options)).content).toMatch(/^slow down for \d+/);
    await clock.advance('10s');
    expect((await alice.slash(general, 'ban', options)).content).toMatch(/ 3$/);
  });
});
