/**
 * Contexts for calling a handler by hand.
 *
 * A context is no stand-in: somebody in an emulated Discord really used a command or button of a bot, and nothing has
 * answered yet. So everything on it works: answers appear in the channel, the guild is cached, permissions are those
 * of the user.
 */
import { Cog } from '../cogs/cog.js';
import { MessageCommand } from '../commands/application/message-command.js';
import type { MessageContext } from '../commands/application/message-context.js';
import { SlashCommand } from '../commands/application/slash-command.js';
import type { SlashContext } from '../commands/application/slash-context.js';
import { UserCommand } from '../commands/application/user-command.js';
import type { UserContext } from '../commands/application/user-context.js';
import { PrefixCommand } from '../commands/prefix/prefix-command.js';
import type { PrefixContext } from '../commands/prefix/prefix-context.js';
import type { SeenMessage } from '../emulator/people/seen-message.js';
import { NoAnswerError } from '../errors/no-answer-error.js';
import type { PermissionsLike } from '../models/permissions.js';
import type { Constructor } from '../types/type-tools.js';
import { Button } from '../ui/components/button.js';
import type { ButtonContext } from '../ui/components/button-context.js';
import type { TestBotOptions, TestWorld } from './test-bot.js';
import { testBot } from './test-bot.js';

/** Context by what was used. */
export interface ContextKinds {
  /** Context of a button that was pressed. */
  readonly button: ButtonContext;
  /** Context of a command on a message. */
  readonly message: MessageContext;
  /** Context of a typed command. */
  readonly prefix: PrefixContext;
  /** Context of a slash command. */
  readonly slash: SlashContext;
  /** Context of a command on a user. */
  readonly user: UserContext;
}

/** What was used and by whom; and everything that `testBot` takes, but that the prefix is `!`. */
export interface FakeContextOptions<K extends keyof ContextKinds> extends TestBotOptions {
  /** Kind of context. @defaultValue 'slash' */
  readonly kind?: K;
  /** What alice, who used it, may do besides what everybody may. */
  readonly permissions?: PermissionsLike;
}

/** Context with the world around it. */
export interface FakeContext<C> extends TestWorld {
  /** Context for the handler; not answered yet. */
  readonly ctx: C;
  /** Messages of the bot that alice has got since, oldest first. */
  answers(this: void): readonly SeenMessage[];
}

const NAME = 'trial';
const PREFIX = '!';

/**
 * Context for a handler alone: alice has used a command named `trial` in `#general`, and nobody has answered yet.
 *
 * What a handler returns is for the test to look at; what it sends is in `answers()`.
 *
 * @example
 * ```ts
 * const { ctx, answers } = await fakeContext({ permissions: 'BanMembers' });
 * expect(await new Maths().add(ctx, { a: 2, b: 3 })).toBe('2 + 3 = 5');
 * await new Polls().open(ctx);
 * expect(answers()[0]).toShowButton('Yes');
 * ```
 * @throws whatever `testBot()` throws.
 */
export async function fakeContext<K extends keyof ContextKinds = 'slash'>(
  options: FakeContextOptions<K> = {},
): Promise<FakeContext<ContextKinds[K]>> {
  const { kind = 'slash', permissions, cogs = [], ...botOptions } = options;
  let ctx: ContextKinds[K] | undefined;
  const trial = cogThatKeeps((made) => {
    ctx = made as ContextKinds[K];
  });
  const world = await testBot({ ...botOptions, cogs: [...cogs, trial], prefix: PREFIX });
  if (permissions !== undefined) world.allow(world.alice, permissions);
  await silently(uses[kind](world));
  const before = new Set(world.alice.read(world.general).map(({ id }) => id));
  return {
    ...world,
    ctx: ctx!,
    answers: () =>
      world.alice
        .read(world.general)
        .filter(
          ({ id, authorId, isLoading }) => authorId === world.account.id && !before.has(id) && !isLoading,
        ),
  };
}

/** Cog that answers nothing and hands out its contexts. */
function cogThatKeeps(keep: (ctx: ContextKinds[keyof ContextKinds]) => void): Constructor {
  @Cog({ name: NAME })
  class Trial {
    @Button(NAME)
    button(ctx: ButtonContext): void {
      keep(ctx);
    }

    @MessageCommand(NAME)
    message(ctx: MessageContext): void {
      keep(ctx);
    }

    @PrefixCommand({ name: NAME, description: NAME })
    prefix(ctx: PrefixContext): void {
      keep(ctx);
    }

    @SlashCommand({ name: NAME, description: NAME })
    slash(ctx: SlashContext): void {
      keep(ctx);
    }

    @UserCommand(NAME)
    user(ctx: UserContext): void {
      keep(ctx);
    }
  }
  return Trial;
}

/** How alice uses each kind. */
const uses: Readonly<Record<keyof ContextKinds, (world: TestWorld) => Promise<unknown>>> = {
  async button({ alice, bot, general }) {
    const button = Button.to(NAME, {}, { label: NAME });
    await bot.rest.channels.createMessage(general.id, { components: [{ type: 1, components: [button] }] });
    return alice.click(alice.read(general).at(-1)!.button(NAME));
  },
  message: async ({ alice, general }) => alice.messageCommand(await alice.say(general, 'Hello'), NAME),
  prefix: ({ alice, general }) => alice.say(general, `${PREFIX}${NAME}`),
  slash: ({ alice, general }) => alice.slash(general, NAME),
  user: ({ alice, bob, general }) => alice.userCommand(general, NAME, bob),
};

/** Waits until the bot has heard; that it says nothing is what is wanted. */
async function silently(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (!(error instanceof NoAnswerError)) throw error;
  });
}
