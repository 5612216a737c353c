import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { FileUpload, MessagePage, SlashContext } from 'cogwork';
import {
  Button,
  Cog,
  Container,
  Embed,
  FileComponent,
  PageGroup,
  Paginator,
  SlashCommand,
  View,
} from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import { testBot } from 'cogwork/testing';
import { showView } from './support/show-view.js';

function file(name: string): FileUpload {
  return { name, data: Buffer.from(`contents of ${name}`) };
}

function names(message: SeenMessage): string[] {
  return message.attachments.map(({ filename }) => filename);
}

describe('pages with files', () => {
  const pages = [
    { content: 'both', files: [file('a.txt'), file('b.txt')] },
    { content: 'none' },
    { content: 'one', files: [file('c.txt')] },
  ];

  test('have their own files only, whichever way they are turned', async () => {
    await using world = await showView(new Paginator(pages));
    const { alice, message } = world;
    expect(names(message)).toEqual(['a.txt', 'b.txt']);
    await alice.click(message.button('›'));
    expect([message.content, names(message)]).toEqual(['none', []]);
    await alice.click(message.button('›'));
    expect([message.content, names(message)]).toEqual(['one', ['c.txt']]);
    await alice.click(message.button('«'));
    expect(names(message)).toEqual(['a.txt', 'b.txt']);
    expect(message.attachments[0]?.size).toBe('contents of a.txt'.length);
  });

  test('are not uploaded again while the same page stays', async () => {
    await using world = await showView(new Paginator(pages, { timeoutMs: 60_000 }));
    const { alice, clock, message } = world;
    const before = message.attachments.map(({ id }) => id);
    const opened = await alice.click(message.button('1/3'));
    await alice.submit(opened, { Page: '1' });
    await clock.advance('1m');
    expect(message.buttons.every(({ isDisabled }) => isDisabled)).toBe(true);
    expect(message.attachments.map(({ id }) => id)).toEqual(before);
  });

  test('show their files in embeds and in layouts', async () => {
    const embed = new Embed().setTitle('Chart').setImage('attachment://chart.png');
    await using world = await showView(
      new Paginator([
        { embeds: [embed], files: [file('chart.png')] },
        {
          components: [new Container(['# Report', new FileComponent('report.txt')])],
          files: [file('report.txt')],
        },
        'the end',
      ]),
    );
    const { alice, message } = world;
    expect([message.embeds[0]?.title, names(message)]).toEqual(['Chart', ['chart.png']]);
    await alice.click(message.button('›'));
    expect([message.text, names(message)]).toEqual(['# Report', ['report.txt']]);
    await alice.click(message.button('›'));
    expect([message.text, names(message)]).toEqual(['the end', []]);
  });

  test('refuse a stream, which could be shown once only', () => {
    const page = { content: 'two', files: [{ name: 's.txt', data: Readable.from(['x']) }] };
    expect(() => new Paginator(['one', page])).toThrow('s.txt of a page is a stream');
  });

  test('made by a function are made anew at each turn, and only then', async () => {
    let made = 0;
    const page = (): MessagePage => {
      made += 1;
      return { content: `made ${made}`, files: [{ name: `${made}.txt`, data: Readable.from([`${made}`]) }] };
    };
    await using world = await showView(new Paginator([page, 'two'], { timeoutMs: 60_000 }));
    const { alice, clock, message } = world;
    expect([message.content, names(message)]).toEqual(['made 1', ['1.txt']]);
    await alice.click(message.button('›'));
    await alice.click(message.button('‹'));
    expect([message.content, names(message)]).toEqual(['made 2', ['2.txt']]);
    await clock.advance('1m');
    expect([made, names(message)]).toEqual([2, ['2.txt']]);
  });
});

describe('groups of pages', () => {
  const colours = new PageGroup(['red', 'green', 'blue'], { label: 'Colours', emoji: '🎨' });
  const fruit = new PageGroup(['apple', 'pear'], {
    label: 'Fruit',
    description: 'Fresh',
    loop: true,
    default: true,
  });
  const chart = new PageGroup([{ content: 'chart', files: [file('chart.txt')] }], { label: 'Chart' });

  function labels(message: SeenMessage): string[] {
    return message.buttons.map(({ isDisabled, label }) => (isDisabled ? `(${label})` : label));
  }

  test('are chosen from a menu, and found again at the page where they were left', async () => {
    await using world = await showView(new Paginator([colours, fruit, chart]));
    const { alice, message } = world;
    expect(message.content).toBe('apple');
    expect(message.select('Show …').data.options).toEqual([
      expect.objectContaining({ label: 'Colours', emoji: { name: '🎨' } }),
      expect.objectContaining({ label: 'Fruit', description: 'Fresh', default: true }),
      expect.objectContaining({ label: 'Chart' }),
    ]);
    await alice.select(message.select(), 'Colours');
    await alice.click(message.button('»'));
    await alice.select(message.select(), 'Chart');
    expect([message.content, names(message), message.buttons]).toEqual(['chart', ['chart.txt'], []]);
    await alice.select(message.select(), 'Colours');
    expect([message.content, names(message)]).toEqual(['blue', []]);
  });

  test('have options and buttons of their own, and otherwise those of the paginator', async () => {
    const view = new Paginator(
      [
        fruit,
        new PageGroup(['x', 'y'], {
          label: 'Letters',
          menu: true,
          showDisabled: false,
          buttons: { first: false, last: false, indicator: false, next: { label: 'More', style: 'success' } },
        }),
      ],
      { buttons: { next: { emoji: '▶️' } } },
    );
    await using world = await showView(view);
    const { alice, message } = world;
    expect(labels(message)).toEqual(['(«)', '↩', '1/2', '', '»']);
    expect(message.buttons[3]?.data).toMatchObject({ emoji: { name: '▶️' } });
    await alice.select(message.select(), 'Letters');
    expect([labels(message), message.selects.length]).toEqual([['More'], 2]);
    expect(message.button('More').data.style).toBe(3);
    await alice.select(message.select('Go to …'), 'Page 2');
    expect([message.content, labels(message)]).toEqual(['y', ['‹']]);
  });

  test('can be opened by the bot, by their label', async () => {
    const view = new Paginator([colours, fruit]);
    await using world = await showView(view);
    await view.goToGroup('Colours').goTo(1);
    await view.refresh();
    expect([world.message.content, view.group, view.index]).toEqual(['green', colours, 1]);
    expect(() => view.goToGroup('Trees')).toThrow('no group "Trees"; it has "Colours", "Fruit"');
  });

  test('start anew in every paginator', async () => {
    const first = new Paginator([colours]);
    await first.goTo(2);
    expect(new Paginator([colours]).index).toBe(0);
  });

  test.each([
    ['pages between them', () => new Paginator([colours, 'page'] as never[]), 'not both'],
    ['two to begin with', () => new Paginator([fruit, fruit]), '"Fruit" and "Fruit" are both the default'],
    ['26', () => new Paginator(Array.from({ length: 26 }, () => colours)), '26 groups'],
  ])('refuse %s', (_what, make, reason) => {
    expect(make).toThrow(reason);
  });
});

test('a paginator can have buttons of its own', async () => {
  class Shelf extends Paginator {
    @Button({ label: 'Buy', hidden: (view: Shelf) => view.index === 0 })
    buy(): string {
      return `Bought ${this.index}`;
    }
  }
  await using world = await showView(new Shelf(['a', 'b']));
  const { alice, message } = world;
  expect(message.buttons).toHaveLength(5);
  await alice.click(message.button('›'));
  expect((await alice.click(message.button('Buy'))).content).toBe('Bought 1');
});

test('a view that was all of its message goes with it when it is removed', async () => {
  class Bare extends View {
    @Button({ label: 'Go' })
    async go(): Promise<void> {
      await this.remove();
    }
  }
  await using world = await showView(new Bare());
  await world.alice.click(world.message.button('Go')).catch(() => undefined);
  expect(world.message.isDeleted).toBe(true);
});

test('a private view is shown anew by the interaction, which alone can reach it', async () => {
  const view = new Paginator(['one', 'two'], { timeoutMs: 60_000 });
  @Cog()
  class Desk {
    @SlashCommand('Shows it in private')
    async secret(ctx: SlashContext): Promise<void> {
      await ctx.reply(view, { ephemeral: true });
    }
  }
  await using world = await testBot({ cogs: [Desk] });
  const { alice, clock, discord, general } = world;
  const message = await alice.slash(general, 'secret');
  await discord.settle();
  await (await view.goTo(1)).refresh();
  expect([message.ephemeral, message.content]).toEqual([true, 'two']);
  await clock.advance('1m');
  expect(message.buttons.every(({ isDisabled }) => isDisabled)).toBe(true);
});

test('other pages can be put into a paginator that is shown', async () => {
  const view = new Paginator(['one', 'two']);
  await using world = await showView(view);
  await view.setPages([[new Embed().setTitle('A'), { title: 'B' }]]).refresh();
  const { message } = world;
  expect([message.content, message.embeds.map(({ title }) => title)]).toEqual(['', ['A', 'B']]);
  await view.setPages([]).refresh();
  expect([message.content, message.embeds]).toEqual(['There is nothing to show.', []]);
});
