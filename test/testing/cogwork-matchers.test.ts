import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Message } from 'cogwork';
import { Button, Cog, Input, Listen, Modal } from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';

@Modal('Feedback')
class Feedback {
  @Input.text('Story') story!: string;
}

@Cog()
class Pong {
  @Listen('messageCreate')
  async answer(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}

let world: TestWorld;
let shown: SeenMessage;

beforeAll(async () => {
  world = await testBot({ cogs: [Pong] });
  const { bot, alice, general } = world;
  bot.slashCommand({ name: 'show', description: 'Shows' }, (ctx) =>
    ctx.reply({
      content: 'Look',
      embeds: [{ title: 'Scores', description: 'Of today', fields: [{ name: 'Ann', value: '3' }] }],
      components: [
        {
          type: 1,
          components: [
            Button.to('yes', {}, { label: 'Yes', style: 'success' }),
            Button.to('no', {}, { label: 'No', style: 'danger', disabled: true }),
          ],
        },
        {
          type: 1,
          components: [
            { type: 3, custom_id: 'pick', placeholder: 'Pick', options: [{ label: 'A', value: 'a' }] },
          ],
        },
      ],
    }),
  );
  bot.slashCommand({ name: 'secret', description: 'Whispers' }, (ctx) =>
    ctx.reply('Psst', { ephemeral: true }),
  );
  bot.slashCommand({ name: 'ask', description: 'Asks' }, async (ctx) => void (await ctx.ask(Feedback)));
  await bot.commands.sync();
  shown = await alice.slash(general, 'show');
});

/** Text of the failure of an assertion. */
function failure(assert: () => void): string {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The assertion holds.');
}

describe('the matchers', () => {
  it('see replies', async () => {
    const [said, unheard] = [
      await world.alice.say(world.general, 'ping'),
      await world.bob.say(world.channel('quiet'), 'hello'),
    ];
    expect(said).toHaveReplied();
    expect(said).toHaveReplied('pong');
    expect(said).toHaveReplied(/^po/);
    expect(said).not.toHaveReplied('po');
    expect(unheard).not.toHaveReplied();
    expect(failure(() => expect(said).toHaveReplied('ping'))).toBe(
      'Expected to find a reply "ping". Found:\n  bot: "pong"',
    );
    expect(failure(() => expect(unheard).toHaveReplied())).toContain('no reply');
    expect(failure(() => expect(said).not.toHaveReplied('pong'))).toContain('Expected not to find a reply');
  });

  it('see texts and embeds', () => {
    expect(shown).toShowText('Look');
    expect(shown).toShowText(/Ann: \d/);
    expect(shown).not.toShowText('Bert');
    expect(shown).toShowEmbed({ title: 'Scores', fields: [{ name: 'Ann', value: '3' }] });
    expect(shown).not.toShowEmbed({ title: 'Scores', description: 'Of yesterday' });
    expect(shown).not.toShowEmbed({ fields: [] });
    expect(failure(() => expect(shown).toShowEmbed({ title: 'Other' }))).toContain('"title":"Scores"');
  });

  it('see buttons and menus', () => {
    expect(shown).toShowButton('Yes');
    expect(shown).toShowButton(/^Y/, { style: 'success', disabled: false });
    expect(shown).toShowButton('No', { disabled: true });
    expect(shown).not.toShowButton('Yes', { style: 'danger' });
    expect(shown).not.toShowButton('Maybe');
    expect(failure(() => expect(shown).toShowButton('Maybe'))).toContain('[No: danger, disabled]');
    expect(shown).toShowSelect();
    expect(shown).toShowSelect('Pick');
    expect(shown).not.toShowSelect('Choose');
  });

  it('see who can see a message, and modals', async () => {
    const [secret, modal] = [
      await world.alice.slash(world.general, 'secret'),
      await world.alice.slash(world.general, 'ask'),
    ];
    expect(secret).toBeEphemeral();
    expect(shown).not.toBeEphemeral();
    expect(modal).toShowModal('Feedback');
    expect(modal).not.toShowModal('Survey');
    expect(modal).not.toShowButton('Yes');
    expect(shown).not.toShowModal();
    expect(failure(() => expect(shown).toShowModal('Feedback'))).toContain('a modal "Feedback"');
    expect(failure(() => expect(modal).toBeEphemeral())).toContain('the modal "Feedback"');
  });

  it('count reactions', async () => {
    await world.alice.react(shown, '👍');
    await world.bob.react(shown, '👍');
    expect(shown).toHaveReaction('👍');
    expect(shown).toHaveReaction('👍', 2);
    expect(shown).not.toHaveReaction('👍', 1);
    expect(shown).not.toHaveReaction('👎');
    expect(failure(() => expect(shown).toHaveReaction('👎'))).toContain('👍 2 times');
  });

  it('read the log', () => {
    world.logs.warn('test', 'Something is odd');
    expect(world.logs).toHaveLogged('warn', 'Something is odd');
    expect(world.logs).toHaveLogged('warn', /odd$/);
    expect(world.logs).not.toHaveLogged('error');
  });

  it('say so when they are given something else', () => {
    expect(failure(() => expect(world.alice.say(world.general, 'x')).toHaveReplied())).toMatch(
      /toHaveReplied looks at a message .* It got a promise: await it first/,
    );
    expect(failure(() => expect('text').toShowText('text'))).toMatch(/It got string/);
    expect(failure(() => expect(shown).toHaveLogged('info'))).toMatch(/the logs of testBot\(\)/);
  });
});
