import { describe, expect, test } from '@jest/globals';
import { EventBus } from '../../src/events/event-bus.js';
import { Button } from '../../src/ui/components/button.js';
import type { ButtonContext } from '../../src/ui/components/button-context.js';
import { ComponentBench } from './support/component-bench.js';
import { FakeDiscord } from './support/fake-discord.js';

class Polls {
  readonly votes: unknown[] = [];

  @Button('poll/:poll/vote/:choice')
  vote(ctx: ButtonContext, { poll, choice }: { poll: string; choice: string }): string {
    this.votes.push([ctx.user.username, poll, choice]);
    return `${choice} it is`;
  }

  @Button('poll/:poll/page/:n(integer)')
  async page(ctx: ButtonContext, { n }: { n: number }): Promise<void> {
    await ctx.update({ content: `page ${n + 1}` });
  }

  @Button('poll/:poll/quiet')
  quiet(): void {}

  @Button('poll/:poll/broken')
  broken(): never {
    throw new Error('the database is gone');
  }
}

function send(bench: ComponentBench, path: string) {
  return bench.discord.post({ components: [{ type: 1, components: [{ type: 2, custom_id: path }] }] });
}

describe('a button with a path on a cog', () => {
  test('calls its method with the parameters of the custom id', async () => {
    const bench = new ComponentBench();
    const polls = new Polls();
    bench.router.attach({ cogClass: Polls, instance: polls, name: 'Polls' });
    const yes = Button.to('poll/:poll/vote/:choice', { poll: '7', choice: 'yes/no 100%' }, { label: 'Yes' });
    const message = bench.discord.post({ components: [{ type: 1, components: [yes] }] });
    await bench.router.dispatch(bench.discord.press(message, 'Yes'));
    expect(polls.votes).toEqual([['alice', '7', 'yes/no 100%']]);
    expect(bench.discord.lastMessage.content).toBe('yes/no 100% it is');
  });

  test('gives a number for a parameter of kind integer', async () => {
    const bench = new ComponentBench();
    bench.attach(Polls);
    const message = send(bench, 'poll/7/page/41');
    await bench.router.dispatch(bench.discord.press(message, 'poll/7/page/41'));
    expect(bench.discord.message(message.id).content).toBe('page 42');
  });

  test('does not answer an id whose parameter is not of its kind', async () => {
    const bench = new ComponentBench();
    bench.attach(Polls);
    await bench.router.dispatch(bench.discord.press(send(bench, 'poll/7/page/x'), 'poll/7/page/x'));
    expect(bench.discord.lastMessage.content).toContain('Nothing answers this');
  });

  test('acknowledges a press whose handler gave no answer', async () => {
    const bench = new ComponentBench();
    bench.attach(Polls);
    await bench.router.dispatch(bench.discord.press(send(bench, 'poll/7/quiet'), 'poll/7/quiet'));
    expect(bench.discord.asked).toEqual(['callback 6']);
  });

  test('apologises in private and logs when its handler throws', async () => {
    const bench = new ComponentBench();
    bench.attach(Polls);
    await bench.router.dispatch(bench.discord.press(send(bench, 'poll/7/broken'), 'poll/7/broken'));
    expect(bench.discord.lastMessage).toMatchObject({
      flags: 64,
      content: expect.stringContaining('went wrong'),
    });
    expect(bench.log).toContainEqual(
      expect.objectContaining({
        level: 'error',
        fields: expect.objectContaining({ cog: 'Polls', method: 'broken' }),
      }),
    );
  });

  test('acknowledges a slow handler after two seconds, and its reply still arrives', async () => {
    class Slow {
      @Button('slow')
      async press(_ctx: ButtonContext): Promise<string> {
        await new Promise<void>((resolve) => bench.discord.clock.setTimeout(resolve, 10_000));
        return 'done';
      }
    }
    const bench = new ComponentBench();
    bench.attach(Slow);
    const done = bench.router.dispatch(bench.discord.press(send(bench, 'slow'), 'slow'));
    await bench.discord.clock.advance(10_000);
    await done;
    expect(bench.discord.asked).toEqual(['callback 6', 'followup']);
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('is gone when its cog is', async () => {
    const bench = new ComponentBench();
    const detach = bench.attach(Polls);
    detach();
    await bench.router.dispatch(bench.discord.press(send(bench, 'poll/7/quiet'), 'poll/7/quiet'));
    expect(bench.discord.lastMessage.content).toContain('Nothing answers this');
  });

  test('prefers a path with more plain words', async () => {
    class Both {
      @Button('item/:id')
      any(): string {
        return 'any';
      }
      @Button('item/new')
      created(): string {
        return 'new';
      }
    }
    const bench = new ComponentBench();
    bench.attach(Both);
    await bench.router.dispatch(bench.discord.press(send(bench, 'item/new'), 'item/new'));
    expect(bench.discord.lastMessage.content).toBe('new');
  });
});

describe('a component that nobody answers', () => {
  test('is answered in private', async () => {
    const bench = new ComponentBench();
    await bench.router.dispatch(bench.discord.press(send(bench, 'nobody/1'), 'nobody/1'));
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64, content: 'Nothing answers this any more.' });
  });

  test('goes to onUnknownComponent, whose result is the private answer', async () => {
    const bench = new ComponentBench({ onUnknownComponent: (ctx, reason) => `${ctx.customId}: ${reason}` });
    await bench.router.dispatch(bench.discord.press(send(bench, 'nobody/1'), 'nobody/1'));
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64, content: 'nobody/1: unknown' });
  });
});

describe('a component that a listener of interactionCreate answers', () => {
  async function press(answerAfterMs: number): Promise<ComponentBench> {
    const discord = new FakeDiscord();
    const events = new EventBus({ clock: discord.clock, onListenerError: () => undefined });
    const bench = new ComponentBench({ events }, discord);
    events.on('interactionCreate', (interaction) => {
      discord.clock.setTimeout(() => void interaction.responder.reply('mine'), answerAfterMs);
    });
    const interaction = discord.press(send(bench, 'nobody/1'), 'nobody/1');
    events.emit('interactionCreate', interaction);
    const done = bench.router.dispatch(interaction);
    await discord.clock.advance(1500);
    await done;
    return bench;
  }

  test('is left to it', async () => {
    const { discord } = await press(900);
    expect([discord.asked, discord.lastMessage.content]).toEqual([['callback 4'], 'mine']);
  });

  test('is answered all the same when the listener says nothing within a second', async () => {
    const { discord } = await press(1100);
    expect(discord.asked).toEqual(['callback 4', 'followup']);
    expect([...discord.messages.values()].map(({ content }) => content)).toContain(
      'Nothing answers this any more.',
    );
  });
});

describe('registration', () => {
  test('refuses two paths that would answer the same ids, naming both places', () => {
    class Other {
      @Button('poll/:id/vote/:answer')
      take(): void {}
    }
    const bench = new ComponentBench();
    bench.attach(Polls);
    expect(() => bench.attach(Other)).toThrow(/Other\.take.*Polls\.vote/);
  });

  test('takes back what it had taken of a cog that is refused', () => {
    class Other {
      @Button('other/:id')
      fine(): void {}
      @Button('poll/:id/quiet')
      taken(): void {}
    }
    const bench = new ComponentBench();
    const detach = bench.attach(Polls);
    expect(() => bench.attach(Other)).toThrow('same custom ids');
    detach();
    expect(() => bench.attach(Other)).not.toThrow();
  });

  test.each([
    [':id/x', 'begin with a word'],
    ['a//b', 'empty'],
    ['a/:id/:id', 'twice'],
    ['a/:id(colour)', 'no kind'],
    ['~a', 'begin with a word'],
  ])('refuses the path %s', (path, reason) => {
    class Wrong {
      @Button(path as string)
      press(): void {}
    }
    expect(() => new ComponentBench().attach(Wrong)).toThrow(reason);
  });
});

describe('Button.to', () => {
  test('refuses an id longer than 100 characters', () => {
    expect(() => Button.to('note/:text', { text: 'x'.repeat(96) }, { label: 'Note' })).toThrow(
      expect.objectContaining({ code: 'CUSTOM_ID_TOO_LONG' }),
    );
    expect(Button.to('note/:text', { text: 'x'.repeat(95) }, { label: 'Note' })).toMatchObject({
      label: 'Note',
    });
  });

  test('refuses a value that is not of its kind', () => {
    expect(() => Button.to('page/:n(integer)', { n: 1.5 }, { label: 'x' })).toThrow('takes a integer');
  });

  test('refuses a button that shows nothing and a label of 81 characters', () => {
    expect(() => Button.to('a/:b', { b: 'c' })).toThrow('neither a label nor an emoji');
    expect(() => Button.to('a/:b', { b: 'c' }, { label: 'x'.repeat(81) })).toThrow('81 characters');
  });

  test('reads custom emoji', () => {
    expect(Button.to('a/:b', { b: 'c' }, { emoji: '<a:dance:123456789012345678>' })).toMatchObject({
      emoji: { animated: true, name: 'dance', id: '123456789012345678' },
    });
  });

  test('makes link and premium buttons, which have no custom id', () => {
    expect(Button.link('https://example.com', { label: 'Open' })).toEqual({
      type: 2,
      style: 5,
      url: 'https://example.com',
      label: 'Open',
    });
    expect(Button.premium('123')).toEqual({ type: 2, style: 6, sku_id: '123' });
    expect(() => Button.link('ftp://example.com', { label: 'Open' })).toThrow('http');
  });
});
