import { describe, expect, test } from '@jest/globals';
import { IsUrl } from 'class-validator';
import type {
  AskOptions,
  Attachment,
  ButtonContext,
  Channel,
  ModalAnswer,
  ModalContext,
  ModalFields,
  ModelHost,
  Role,
  SlashContext,
  User,
} from 'cogwork';
import { Button, Cog, Input, Modal, modalAskerOf, OnSubmit, SlashCommand, View } from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ModalDesk } from '../../src/ui/modals/modal-desk.js';
import { sleep } from '../../src/utils/sleep.js';

type ModalClass<T> = new () => T;

/** World in which `/open` asks by a modal of this class; what was entered is kept. */
async function asking<T extends object>(
  modal: ModalClass<T>,
  options: AskOptions<T> = {},
): Promise<TestWorld & { readonly answers: T[] }> {
  const answers: T[] = [];
  @Cog()
  class Desk {
    @SlashCommand('Opens it')
    async open(ctx: SlashContext): Promise<void> {
      const answer = await ctx.ask(modal, options);
      if (!answer) return;
      answers.push(answer.values);
      await answer.ctx.reply('Thanks');
    }
  }
  return { ...(await testBot({ cogs: [Desk] })), answers };
}

@Modal('People')
class People {
  @Input.user('Who') who!: User;
  @Input.role('Roles', { multiple: true, maxValues: 2 }) roles!: Role[];
  @Input.mentionable('Anybody', { required: false }) anybody?: User | Role;
  @Input.channel('Where', { channelTypes: [0] }) where!: Channel;
  @Input.label('Choose *well*.') hint!: string;
}

@Modal('Things')
class Things {
  @Input.file('Picture', { multiple: true, minValues: 2, fileTypes: ['.png'] }) pictures!: Attachment[];
  @Input.radio('Size', ['small', { value: 'l', label: 'Large' }]) size!: 'small' | 'l';
  @Input.checkboxes('Colours', ['red', 'blue'], { minValues: 2 }) colours!: ('red' | 'blue')[];
  @Input.checkbox('Sure') sure!: boolean;
  @Input.select('Areas', ['ui', 'api', 'cli'], { multiple: true }) areas!: ('ui' | 'api' | 'cli')[];
}

describe('every kind of field', () => {
  test('gives users, roles, channels and texts as they are', async () => {
    await using world = await asking(People);
    const { alice, answers, general, guild } = world;
    const role = guild.createRole('mods');
    const opened = await alice.slash(general, 'open');
    expect(opened.modal.components.map(({ type }) => type)).toEqual([18, 18, 18, 18, 10]);
    await alice.submit(opened, { Who: world.bob, Roles: [role], Anybody: role, Where: general });
    const [{ anybody, hint, roles, where, who }] = answers as [People];
    expect([who.username, roles.map(({ name }) => name), anybody?.id, where.id, hint]).toEqual([
      'bob',
      ['mods'],
      role.id,
      general.id,
      'Choose *well*.',
    ]);
  });

  test('gives files, choices and flags', async () => {
    await using world = await asking(Things);
    const { alice, answers, general } = world;
    const files = ['a.png', 'b.png'].map((name) => ({ name, data: Buffer.from(name) }));
    const opened = await alice.slash(general, 'open');
    await alice.submit(opened, {
      Picture: files,
      Size: 'Large',
      Colours: ['red', 'blue'],
      Sure: true,
      Areas: ['ui', 'cli'],
    });
    const [{ pictures, ...rest }] = answers as [Things];
    expect(pictures.map(({ filename, size }) => [filename, size])).toEqual([
      ['a.png', 5],
      ['b.png', 5],
    ]);
    expect(rest).toEqual({ size: 'l', colours: ['red', 'blue'], sure: true, areas: ['ui', 'cli'] });
  });

  test('takes no fewer files than it wants', async () => {
    await using world = await asking(Things);
    const { alice, general } = world;
    const opened = await alice.slash(general, 'open');
    const one = { name: 'a.png', data: Buffer.from('a') };
    const values = { Size: 'small', Colours: ['red', 'blue'], Areas: ['ui'] };
    await expect(alice.submit(opened, { ...values, Picture: one })).rejects.toThrow('2 to 10 files');
    const wrong = { name: 'a.exe', data: Buffer.from('a') };
    await expect(alice.submit(opened, { ...values, Picture: [wrong, one] })).rejects.toThrow('.png');
  });
});

describe('a modal that depends on the moment', () => {
  let stock = ['tea', 'cake'];

  @Modal('Order')
  class Order {
    @Input.select('Item', () => stock.map((value) => ({ value, label: value.toUpperCase() }))) item!: string;
  }

  test('asks for its choices each time it is opened, and again when it is sent', async () => {
    await using world = await asking(Order);
    const { alice, answers, general } = world;
    const opened = await alice.slash(general, 'open');
    stock = ['cake', 'soup'];
    const again = await alice.slash(general, 'open');
    expect(again.modal.fields[0]?.data.options?.map(({ label }) => label)).toEqual(['CAKE', 'SOUP']);
    const refusal = await alice.submit(opened, { Item: 'TEA' });
    expect([refusal.ephemeral, refusal.content]).toEqual([
      true,
      expect.stringContaining('one of the choices'),
    ]);
    await alice.submit(again, { Item: 'SOUP' });
    expect(answers).toEqual([{ item: 'soup' }]);
  });

  test('takes a title of its own, and keeps it when it is opened again', async () => {
    @Modal('Edit')
    class Edit {
      @Input.text('Address') @IsUrl() address!: string;
    }
    await using world = await asking(Edit, { title: 'Edit Tea' });
    const { alice, general } = world;
    const opened = await alice.slash(general, 'open');
    expect(opened.modal.title).toBe('Edit Tea');
    const refusal = await alice.submit(opened, { Address: 'nowhere' });
    expect((await alice.click(refusal.button('Try again'))).modal.title).toBe('Edit Tea');
  });
});

describe('a submission that its handler does not answer', () => {
  @Modal('Note')
  class Note {
    @Input.text('Text') text!: string;
  }

  async function keepSilent(ctx: ButtonContext | SlashContext, waitMs: number): Promise<void> {
    const answer = await ctx.ask(Note);
    if (answer) await sleep(clockOf(ctx), waitMs);
  }

  class Silent extends View {
    @Button({ label: 'At once' })
    atOnce(ctx: ButtonContext): Promise<void> {
      return keepSilent(ctx, 0);
    }
    @Button({ label: 'Slowly' })
    slowly(ctx: ButtonContext): Promise<void> {
      return keepSilent(ctx, 10_000);
    }
  }

  @Cog()
  class Desk {
    @SlashCommand('Asks')
    atOnce(ctx: SlashContext): Promise<void> {
      return keepSilent(ctx, 0);
    }
    @SlashCommand('Asks and takes its time')
    slowly(ctx: SlashContext): Promise<void> {
      return keepSilent(ctx, 10_000);
    }
    @SlashCommand('Shows the view')
    show(): Silent {
      return new Silent();
    }
  }

  test.each(['at-once', 'slowly'])('leaves nothing behind when a command asked, %s', async (command) => {
    await using world = await testBot({ cogs: [Desk] });
    const { alice, clock, general } = world;
    const opened = await alice.slash(general, command);
    const submitted = alice.submit(opened, { Text: 'x' }).then(() => 'seen', String);
    await clock.advance('10s');
    expect(await submitted).toContain('deferred its answer and then sent nothing');
    expect(alice.read(general)).toEqual([]);
  });

  test.each(['At once', 'Slowly'])('is acknowledged when a view asked: %s', async (label) => {
    await using world = await testBot({ cogs: [Desk] });
    const { alice, clock, general } = world;
    const message = await alice.slash(general, 'show');
    const opened = await alice.click(message.button(label));
    const submitted = alice.submit(opened, { Text: 'x' }).then(() => 'seen', String);
    await clock.advance('10s');
    expect(await submitted).toBe('seen');
    expect(alice.read(general)).toHaveLength(1);
  });
});

describe('what was typed into a modal', () => {
  @Modal('Link')
  class Link {
    @Input.text('Address') @IsUrl() address!: string;
  }

  test('is kept once for a question, and not at all once that is answered', async () => {
    await using world = await asking(Link);
    const { alice, bot, general } = world;
    let shown: SeenMessage = await alice.slash(general, 'open');
    for (const typed of ['one', 'two', 'three']) {
      const refusal = await alice.submit(shown, { Address: typed });
      expect(keptBy(bot)).toBe(2);
      shown = await alice.click(refusal.button('Try again'));
      expect(shown.modal.fields[0]?.value).toBe(typed);
    }
    await alice.submit(shown, { Address: 'https://example.com' });
    expect(keptBy(bot)).toBe(0);
  });

  test('goes with the question when its time is over', async () => {
    await using world = await asking(Link, { timeoutMs: 60_000 });
    const { alice, bot, clock, general } = world;
    const refusal = await alice.submit(await alice.slash(general, 'open'), { Address: 'x' });
    await clock.advance('1m');
    expect(keptBy(bot)).toBe(0);
    expect((await alice.click(refusal.button('Try again'))).content).toContain('has ended');
  });
});

describe('modals as plain JSON', () => {
  const json: APIModalInteractionResponseCallbackData = {
    custom_id: 'mine',
    title: 'Plain',
    components: [
      { type: 18, label: 'Name', component: { type: 4, style: 1, custom_id: 'name' } },
      { type: 18, label: 'Sure', component: { type: 23, custom_id: 'sure' } },
    ],
  };

  test('can be asked by, and give their fields by custom id', async () => {
    const answers: ModalAnswer<ModalFields>[] = [];
    class Ask extends View {
      @Button({ label: 'Ask' })
      async press(ctx: ButtonContext): Promise<void> {
        const answer = await ctx.ask(json);
        if (answer) answers.push(answer);
        await answer?.ctx.update({ content: 'done' });
      }
    }
    @Cog()
    class Desk {
      @SlashCommand('Shows it')
      show(): Ask {
        return new Ask();
      }
    }
    await using world = await testBot({ cogs: [Desk] });
    const { alice, general } = world;
    const message = await alice.slash(general, 'show');
    const opened = await alice.click(message.button('Ask'));
    await alice.submit(opened, { Name: 'Ada', Sure: true });
    expect([answers[0]?.values, message.content]).toEqual([{ name: 'Ada', sure: true }, 'done']);
    expect(keptBy(world.bot)).toBe(0);
  });

  test('come from a class by Modal.toJSON, and lead to its @OnSubmit', async () => {
    @Modal('Note')
    class Note {
      @Input.text('Text') text!: string;
    }
    @Cog()
    class Desk {
      @SlashCommand('Opens it')
      open(ctx: SlashContext): Promise<void> {
        return ctx.showModal(Modal.toJSON(Note, { values: { text: 'hi' }, title: 'Your note' }));
      }
      @OnSubmit(Note)
      take(_ctx: ModalContext, { text }: Note): string {
        return `Noted: ${text}`;
      }
    }
    await using world = await testBot({ cogs: [Desk] });
    const opened = await world.alice.slash(world.general, 'open');
    expect(opened.modal.title).toBe('Your note');
    expect((await world.alice.submit(opened)).content).toBe('Noted: hi');
  });
});

/** How many questions and drafts a bot keeps. */
function keptBy({ user }: TestWorld['bot']): number {
  const { host } = user as unknown as { readonly host: ModelHost };
  return (modalAskerOf(host) as ModalDesk).size;
}

function clockOf(ctx: SlashContext | ButtonContext): ModelHost['clock'] {
  return (ctx.user as unknown as { readonly host: ModelHost }).host.clock;
}
