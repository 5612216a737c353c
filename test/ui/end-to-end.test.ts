import { describe, expect, test } from '@jest/globals';
import type { ButtonContext, ModalContext, SelectContext, SlashContext, User, ViewLayout } from 'cogwork';
import {
  Button,
  Cog,
  Confirm,
  Container,
  Input,
  Modal,
  OnSubmit,
  Paginator,
  Section,
  Select,
  SlashCommand,
  State,
  View,
  ViewOptions,
} from 'cogwork';
import { testBot } from 'cogwork/testing';
import { RestartingWorld } from './support/restarting-world.js';

@Modal('Feedback')
class Feedback {
  @Input.text('Name') name!: string;
  @Input.paragraph('Story', { minLength: 5, required: false }) story?: string;
  @Input.select('Area', ['ui', 'api']) area!: 'ui' | 'api';
}

@ViewOptions({ id: 'board', timeoutMs: null })
class Board extends View {
  @State.integer() votes = 0;
  @State.string() last = '';

  override render(): ViewLayout {
    return [
      new Container([
        `Votes: ${this.votes}`,
        new Section(`Last: ${this.last || 'nobody'}`, this.part('vote')),
      ]),
    ];
  }

  @Button({ label: 'Vote', style: 'success' })
  async vote(ctx: ButtonContext): Promise<void> {
    this.votes += 1;
    this.last = ctx.user.username;
    await ctx.update(this);
  }

  @Select.user({ placeholder: 'Give a vote to' })
  async give(ctx: SelectContext, [user]: User[]): Promise<void> {
    this.last = user?.username ?? '';
    await ctx.update(this);
  }
}

@Cog({ views: [Board] })
class Desk {
  @SlashCommand('Asks for feedback')
  async feedback(ctx: SlashContext): Promise<void> {
    const answer = await ctx.ask(Feedback, { timeoutMs: 60_000 });
    if (answer) await answer.ctx.reply(`${answer.values.name} on ${answer.values.area}`);
  }

  @SlashCommand('Opens the form')
  async form(ctx: SlashContext): Promise<void> {
    await ctx.showModal(Feedback, { values: { name: 'Ada' } });
  }

  @OnSubmit(Feedback)
  take(_ctx: ModalContext, { name, story }: Feedback): string {
    return `Taken from ${name}: ${story ?? 'nothing'}`;
  }

  @SlashCommand('Shows the board')
  board(): Board {
    return new Board();
  }

  @SlashCommand('Shows pages')
  pages(): Paginator {
    return new Paginator(['one', 'two', 'three']);
  }

  @SlashCommand('Asks for certainty')
  async certain(ctx: SlashContext): Promise<string> {
    const question = new Confirm('Sure?', { timeoutMs: 30_000 });
    await ctx.reply(question);
    return `Answer: ${String(await question.answer())}`;
  }

  @SlashCommand('Has a button of a path')
  path(ctx: SlashContext): Promise<unknown> {
    const next = Button.to('page/:n(integer)', { n: 1 }, { label: 'Next' });
    return ctx.reply({ content: 'page 0', components: [{ type: 1, components: [next] }] });
  }

  @Button('page/:n(integer)')
  async page(ctx: ButtonContext, { n }: { n: number }): Promise<void> {
    await ctx.update({ content: `page ${n}`, components: [] });
  }
}

const options = { cogs: [Desk] };

describe('a bot with components, as people see it', () => {
  test('asks by a modal and answers what was entered', async () => {
    await using world = await testBot(options);
    const { alice, general } = world;
    const opened = await alice.slash(general, 'feedback');
    expect(opened.modal.title).toBe('Feedback');
    const reply = await alice.submit(opened, { Name: 'Bea', Area: 'api' });
    expect(reply.content).toBe('Bea on api');
  });

  test('lets the time of a modal run out', async () => {
    await using world = await testBot(options);
    const { alice, clock, general } = world;
    const opened = await alice.slash(general, 'feedback');
    await clock.advance('1m');
    expect((await alice.submit(opened, { Name: 'Bea', Area: 'api' })).content).toContain('no longer open');
  });

  test('takes a form that is filled from the start', async () => {
    await using world = await testBot(options);
    const { alice, general } = world;
    const opened = await alice.slash(general, 'form');
    expect(opened.modal.fields[0]).toMatchObject({ label: 'Name', value: 'Ada' });
    expect((await alice.submit(opened, { Area: 'ui' })).content).toBe('Taken from Ada: nothing');
  });

  test('shows a layout whose parts answer', async () => {
    await using world = await testBot(options);
    const { alice, bob, general } = world;
    const board = await alice.slash(general, 'board');
    expect(board.text).toContain('Votes: 0');
    await bob.click(board.button('Vote'));
    expect(board.text).toBe('Votes: 1\nLast: bob');
    await alice.select(board.selects[0]!, alice);
    expect(board.text).toBe('Votes: 1\nLast: alice');
  });

  test('turns pages for who asked for them, and for nobody else', async () => {
    await using world = await testBot(options);
    const { alice, bob, clock, general } = world;
    const pages = await alice.slash(general, 'pages');
    const refusal = await bob.click(pages.button('›'));
    expect([refusal.content, refusal.ephemeral]).toEqual(['This is not for you to use.', true]);
    await alice.click(pages.button('›'));
    expect(pages.content).toBe('two');
    await clock.advance('3m');
    expect(pages.buttons.every(({ isDisabled }) => isDisabled)).toBe(true);
  });

  test('waits for an answer to its question', async () => {
    await using world = await testBot(options);
    const { alice, clock, general } = world;
    const question = await alice.slash(general, 'certain');
    await alice.click(question.button('Yes'));
    await clock.advance(1);
    expect(alice.read(general).at(-1)?.content).toBe('Answer: true');
    await alice.slash(general, 'certain');
    await clock.advance('30s');
    expect(alice.read(general).at(-1)?.content).toBe('Answer: undefined');
  });

  test('answers buttons of a path', async () => {
    await using world = await testBot(options);
    const { alice, general } = world;
    const message = await alice.slash(general, 'path');
    await alice.click(message.button('Next'));
    expect([message.content, message.buttons]).toEqual(['page 1', []]);
  });

  test('goes on after a restart with the state of the message', async () => {
    await using world = new RestartingWorld();
    const { alice, general } = world;
    const first = await world.start(options);
    const board = await alice.slash(general, 'board');
    await alice.click(board.button('Vote'));
    await first.close();
    await world.start(options);
    await alice.click(board.button('Vote'));
    expect(board.text).toContain('Votes: 2');
  });
});

test('a living view asks for no intent to hear that its message is deleted, and complains of none', async () => {
  class Greeting extends View {
    @Button({ label: 'Hello' })
    hello(): string {
      return 'hello';
    }
  }
  @Cog()
  class Greeter {
    @SlashCommand('Greets')
    greet(): Greeting {
      return new Greeting();
    }
  }
  await using world = await testBot({ cogs: [Greeter] });
  const { alice, bot, general, logs } = world;
  const greeting = await alice.slash(general, 'greet');
  expect((await alice.click(greeting.button('Hello'))).content).toBe('hello');
  expect(logs.of('error')).toEqual([]);
  expect(bot.intents.has('GuildMessages')).toBe(false);
});
