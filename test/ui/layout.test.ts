import { describe, expect, test } from '@jest/globals';
import { Button } from '../../src/ui/components/button.js';
import type { ButtonContext } from '../../src/ui/components/button-context.js';
import { Select } from '../../src/ui/components/select.js';
import { ActionRow } from '../../src/ui/layout/action-row.js';
import { Container } from '../../src/ui/layout/container.js';
import { FileComponent } from '../../src/ui/layout/file-component.js';
import { MediaGallery } from '../../src/ui/layout/media-gallery.js';
import { Section } from '../../src/ui/layout/section.js';
import { Separator } from '../../src/ui/layout/separator.js';
import { TextDisplay } from '../../src/ui/layout/text-display.js';
import { Thumbnail } from '../../src/ui/layout/thumbnail.js';
import type { ViewLayout } from '../../src/ui/views/view.js';
import { View } from '../../src/ui/views/view.js';
import { ComponentBench } from './support/component-bench.js';

const V2 = 1 << 15;
const plus = Button.to('vote/:choice', { choice: 'tea' }, { label: '+1' });
const plus2 = Button.to('vote/:choice', { choice: 'cake' }, { label: '+1' });

class Board extends View {
  votes = 0;

  override render(): ViewLayout {
    return [
      new Container([`# ${this.votes} votes`, new Section('Tea', this.part('vote')), new Separator()], {
        accentColor: 0xff0000,
      }),
    ];
  }

  @Button({ label: '+1' })
  async vote(ctx: ButtonContext): Promise<void> {
    this.votes += 1;
    await ctx.update(this);
  }

  @Button({ label: 'Close' })
  close(): void {}
}

describe('the classes of layouts', () => {
  test('give the JSON that Discord takes', () => {
    const container = new Container(
      [
        'hello',
        new Section(
          ['a', new TextDisplay('b')],
          new Thumbnail('https://example.com/a.png', { spoiler: true }),
        ),
        new MediaGallery(['https://example.com/b.png', { url: 'attachment://c.png', description: 'c' }]),
        new FileComponent('d.txt'),
        new Separator({ divider: false, spacing: 'large' }),
        new ActionRow([plus, Button.link('https://example.com', { label: 'Open' })]),
        { type: 10, content: 'plain' },
      ],
      { accentColor: 255 },
    );
    expect(container.toJSON()).toEqual({
      type: 17,
      accent_color: 255,
      components: [
        { type: 10, content: 'hello' },
        {
          type: 9,
          components: [
            { type: 10, content: 'a' },
            { type: 10, content: 'b' },
          ],
          accessory: { type: 11, media: { url: 'https://example.com/a.png' }, spoiler: true },
        },
        {
          type: 12,
          items: [
            { media: { url: 'https://example.com/b.png' } },
            { media: { url: 'attachment://c.png' }, description: 'c' },
          ],
        },
        { type: 13, file: { url: 'attachment://d.txt' } },
        { type: 14, divider: false, spacing: 2 },
        { type: 1, components: [plus, { type: 2, style: 5, url: 'https://example.com', label: 'Open' }] },
        { type: 10, content: 'plain' },
      ],
    });
  });

  test.each([
    ['an empty text', () => new TextDisplay(''), '1 to 4000'],
    ['four texts in a section', () => new Section(['a', 'b', 'c', 'd'], plus), '1 to 3'],
    ['a text beside a section', () => new Section('a', new TextDisplay('b')), 'type 10'],
    [
      'eleven pictures',
      () => new MediaGallery(Array.from({ length: 11 }, () => 'https://example.com')),
      '1 to 10',
    ],
    ['a container in a container', () => new Container([new Container(['a'])]), 'type 17'],
    ['six buttons in a row', () => new ActionRow([plus, plus, plus, plus, plus, plus]), '1 to 5'],
    ['a select beside a button', () => new ActionRow([plus, Select.user.to('a/:b', { b: 'c' })]), 'alone'],
    ['a file from elsewhere', () => new FileComponent('https://example.com/a'), 'attachment://'],
    ['a colour beyond white', () => new Container(['a'], { accentColor: 0x1000000 }), '16777215'],
  ])('refuse %s', (_what, make, reason) => {
    expect(() => make().toJSON()).toThrow(reason);
  });
});

describe('numbers of components', () => {
  test('are given to every kind', () => {
    const parts = [
      new TextDisplay('a', { id: 1 }),
      new Section('b', new Thumbnail('https://example.com', { id: 2 }), { id: 3 }),
      new MediaGallery(['https://example.com'], { id: 4 }),
      new FileComponent('a.txt', { id: 5 }),
      new Separator({ id: 6 }),
      new ActionRow(
        [
          Button.to('a/:b', { b: 'c' }, { label: 'x', id: 7 }),
          Button.link('https://example.com', { label: 'y', id: 8 }),
          Button.premium('1', { id: 9 }),
        ],
        { id: 10 },
      ),
      new ActionRow([Select.string.to('a/:b', { b: 'd' }, { options: ['e'], id: 11 })]),
      new Container(['z'], { id: 12 }),
    ];
    const ids = JSON.stringify(parts)
      .match(/"id":\d+/g)
      ?.map((text) => Number(text.slice(5)));
    expect(ids?.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('an emoji of a component', () => {
  test.each([
    ['🎉', { name: '🎉' }],
    ['<:cat:123456789012345678>', { id: '123456789012345678', name: 'cat' }],
    ['<a:cat:123456789012345678>', { id: '123456789012345678', name: 'cat', animated: true }],
    [
      { id: '1', name: 'cat', animated: false, guildId: '2' },
      { id: '1', name: 'cat' },
    ],
  ])('is taken as %j', (emoji, json) => {
    expect(Button.to('a/:b', { b: 'c' }, { emoji })).toMatchObject({ emoji: json });
  });
});

describe('a message of components alone', () => {
  test('gets its flag by itself', async () => {
    const bench = new ComponentBench();
    await bench.discord.slash().responder.reply({ components: [new TextDisplay('hi') as never] });
    expect(bench.discord.lastMessage).toMatchObject({ flags: V2, components: [{ type: 10, content: 'hi' }] });
  });

  test.each([
    ['41 components', Array.from({ length: 41 }, () => new TextDisplay('x')), '41 components'],
    [
      '40 components and what is at their sides',
      Array.from({ length: 14 }, () => new Section('x', new Thumbnail('https://example.com'))),
      '42 components',
    ],
    ['4,001 characters', [new TextDisplay('x'.repeat(4000)), new TextDisplay('y')], '4001 characters'],
    ['a custom id twice', [new ActionRow([plus, plus])], 'twice'],
  ])('is refused with %s', async (_what, components, reason) => {
    const bench = new ComponentBench();
    const sent = bench.discord.slash().responder.reply({ components: components as never[] });
    await expect(sent).rejects.toThrow(reason);
  });

  test('takes the place of a text when a message is updated to it', async () => {
    const bench = new ComponentBench();
    const message = bench.discord.post({ content: 'old' });
    await bench.discord.press(message, 'x').responder.update(new Board());
    expect(bench.discord.requests.at(-1)!.body.data).toMatchObject({ content: null, embeds: [], flags: V2 });
  });
});

describe('a view with a layout', () => {
  test('has its components where render() put them, and the others in a row below', async () => {
    const bench = new ComponentBench();
    const { id } = await bench.discord.slash().responder.reply(new Board());
    const [container, row] = bench.discord.message(id).components;
    expect(container).toMatchObject({
      type: 17,
      accent_color: 0xff0000,
      components: [
        { type: 10, content: '# 0 votes' },
        { type: 9, accessory: { type: 2, label: '+1' } },
        { type: 14 },
      ],
    });
    expect(row).toMatchObject({ type: 1, components: [{ label: 'Close' }] });
    const accessory = (container!.components[1] as unknown as { accessory: { custom_id: string } }).accessory;
    await bench.router.dispatch(bench.discord.press(bench.discord.message(id), accessory.custom_id));
    expect(bench.discord.message(id).components[0]!.components[0]).toEqual({
      type: 10,
      content: '# 1 votes',
    });
  });

  test('keeps its texts and links when it is removed, and nothing that answers', async () => {
    const bench = new ComponentBench();
    class Links extends Board {
      override render(): ViewLayout {
        const links = new ActionRow([Button.link('https://example.com', { label: 'Open' }), plus]);
        return [...(super.render() as object[]), links, new Container([new ActionRow([plus2])])];
      }
    }
    const view = new Links();
    const { id } = await bench.discord.slash().responder.reply(view);
    await view.remove();
    expect(bench.discord.message(id).components).toEqual([
      {
        type: 17,
        accent_color: 0xff0000,
        components: [
          { type: 10, content: '# 0 votes' },
          { type: 10, content: 'Tea' },
          expect.objectContaining({ type: 14 }),
        ],
      },
      { type: 1, components: [expect.objectContaining({ label: 'Open' })] },
    ]);
  });

  test('is disabled down to the last button', async () => {
    const bench = new ComponentBench();
    const view = new Board();
    const { id } = await bench.discord.slash().responder.reply(view);
    await view.disableAll().refresh();
    const [container, row] = bench.discord.message(id).components as unknown as [
      { components: { accessory?: object }[] },
      { components: object[] },
    ];
    expect(container.components[1]?.accessory).toMatchObject({ label: '+1', disabled: true });
    expect(row.components[0]).toMatchObject({ label: 'Close', disabled: true });
  });

  test('names a part that is no component', async () => {
    class Wrong extends View {
      override render(): ViewLayout {
        return [new ActionRow([this.part('stop')])];
      }
    }
    await expect(new ComponentBench().discord.slash().responder.reply(new Wrong())).rejects.toThrow(
      "part('stop')",
    );
  });
});
