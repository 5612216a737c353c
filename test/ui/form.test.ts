import { expect, test } from '@jest/globals';
import type { ButtonContext, SlashContext } from 'cogwork';
import { ActionRow, Button, Cog, Form, Input, Modal, SlashCommand, View } from 'cogwork';
import { testBot } from 'cogwork/testing';

@Modal('Person')
class Person {
  @Input.text('Name') name!: string;
}

@Modal('Town')
class Town {
  @Input.text('Town') town!: string;
}

@Modal('Rest')
class Rest {
  @Input.text('Remarks', { required: false }) remarks?: string;
}

class Panel extends View {
  @Button({ label: 'Register' })
  async register(ctx: ButtonContext): Promise<void> {
    const filled = await new Form([Person, Town]).fill(ctx);
    await filled?.ctx.update({ content: `${filled.values[0].name} is registered.` });
  }
}

@Cog()
class Desk {
  @SlashCommand('Orders')
  async order(ctx: SlashContext): Promise<void> {
    const filled = await new Form([Person, Town, Rest], { continueLabel: 'Next' }).fill(ctx);
    await filled?.ctx.reply(`For ${filled.values[0].name} in ${filled.values[1].town}`);
  }

  @SlashCommand('Asks once')
  async once(ctx: SlashContext): Promise<void> {
    const filled = await new Form([Person]).fill(ctx);
    await filled?.ctx.reply(filled.values[0].name);
  }

  @SlashCommand('Shows the panel')
  panel(): Panel {
    return new Panel();
  }
}

test('a form of three steps has one private message with the button, which goes with the last step', async () => {
  await using world = await testBot({ cogs: [Desk] });
  const { alice, discord, general } = world;
  const between = await alice.submit(await alice.slash(general, 'order'), { Name: 'Ada' });
  expect([between.ephemeral, between.content]).toEqual([true, 'Step 1 of 3 is done.']);
  await alice.submit(await alice.click(between.button('Next')), { Town: 'London' });
  expect(between.content).toBe('Step 2 of 3 is done.');
  await alice.submit(await alice.click(between.button('Next')));
  await discord.settle();
  expect([between.content, between.buttons]).toEqual(['Step 3 of 3 is done.', []]);
  expect(alice.read(general).map(({ content }) => content)).toEqual([
    'Step 3 of 3 is done.',
    'For Ada in London',
  ]);
});

test('a form that a button opens leaves the message of the button as it is', async () => {
  await using world = await testBot({ cogs: [Desk] });
  const { alice, discord, general } = world;
  const panel = await alice.slash(general, 'panel');
  const between = await alice.submit(await alice.click(panel.button('Register')), { Name: 'Ada' });
  await alice.submit(await alice.click(between.button('Continue')), { Town: 'London' });
  await discord.settle();
  expect([between.content, between.buttons]).toEqual(['Ada is registered.', []]);
  expect(panel.buttons.map(({ label }) => label)).toEqual(['Register']);
});

test('a form leaves what its handler puts into the place of the button', async () => {
  @Cog()
  class Links {
    @SlashCommand('Fills and links')
    async link(ctx: SlashContext): Promise<void> {
      const filled = await new Form([Person, Town]).fill(ctx);
      const open = new ActionRow([Button.link('https://example.com', { label: 'Open' })]);
      await filled?.ctx.update({ content: 'Done.', components: [open] });
    }
  }
  await using world = await testBot({ cogs: [Links] });
  const { alice, discord, general } = world;
  const between = await alice.submit(await alice.slash(general, 'link'), { Name: 'Ada' });
  await alice.submit(await alice.click(between.button('Continue')), { Town: 'London' });
  await discord.settle();
  expect(between.buttons.map(({ label }) => label)).toEqual(['Open']);
});

test('a form of one step is a modal', async () => {
  await using world = await testBot({ cogs: [Desk] });
  const { alice, general } = world;
  const reply = await alice.submit(await alice.slash(general, 'once'), { Name: 'Ada' });
  expect([reply.content, alice.read(general)]).toEqual(['Ada', [expect.objectContaining({})]]);
});

test('a form that is left open too long gives nothing', async () => {
  const results: unknown[] = [];
  @Cog()
  class Slow {
    @SlashCommand('Fills in')
    async fill(ctx: SlashContext): Promise<void> {
      results.push(await new Form([Person, Town], { timeoutMs: 60_000 }).fill(ctx));
    }
  }
  await using world = await testBot({ cogs: [Slow] });
  const { alice, clock, general } = world;
  await alice.slash(general, 'fill');
  await clock.advance('1m');
  const between = await alice.submit(await alice.slash(general, 'fill'), { Name: 'Ada' });
  await clock.advance('1m');
  expect(results).toEqual([undefined, undefined]);
  expect(between.buttons.map(({ isDisabled }) => isDisabled)).toEqual([true]);
});
