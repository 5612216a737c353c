import { describe, expect, test } from '@jest/globals';
import type { ButtonContext } from 'cogwork';
import { Button, Check, Cog, Cooldown, OnError, View } from 'cogwork';
import { ComponentBench } from './support/component-bench.js';
import { press } from './support/use-view.js';

describe('the pipeline before a component', () => {
  test('checks a button of a cog, and gives its errors to the cog', async () => {
    @Cog()
    class Doors {
      open = false;
      @Button('door')
      @Check((ctx) => ctx.user.username !== 'alice')
      enter(): string {
        return 'inside';
      }
      @Button('fall')
      fall(): never {
        throw new RangeError('too deep');
      }
      @OnError(RangeError)
      caught(_ctx: unknown, error: RangeError): string {
        return `caught: ${error.message}`;
      }
    }
    const bench = new ComponentBench();
    bench.attach(Doors);
    const rows = ['door', 'fall'].map((id) => ({ type: 1, components: [{ type: 2, custom_id: id }] }));
    const { id } = bench.discord.post({ components: rows });
    await press(bench, id, 'door');
    expect(bench.discord.lastMessage).toMatchObject({ flags: 64 });
    expect(bench.discord.lastMessage.content).not.toBe('inside');
    await press(bench, id, 'fall');
    expect(bench.discord.lastMessage.content).toBe('caught: too deep');
  });

  test('cools down a button of a view', async () => {
    class Bell extends View {
      rung = 0;
      @Button({ label: 'Ring' })
      @Cooldown({ uses: 1, perMs: 10_000, by: 'user' })
      ring(): void {
        this.rung += 1;
      }
    }
    const bench = new ComponentBench();
    const bell = new Bell();
    const { id } = await bench.discord.slash().responder.reply(bell);
    await press(bench, id, 'Ring');
    await press(bench, id, 'Ring');
    expect(bell.rung).toBe(1);
    await bench.discord.clock.advance(10_000);
    await press(bench, id, 'Ring');
    expect(bell.rung).toBe(2);
  });

  test('runs the method of the class that was sent, where a subclass has its own', async () => {
    const heard: string[] = [];
    class Base extends View {
      @Button({ label: 'Speak' })
      speak(_ctx: ButtonContext): void {
        heard.push('base');
      }
    }
    class Derived extends Base {
      override speak(): void {
        heard.push('derived');
      }
    }
    const bench = new ComponentBench();
    for (const view of [new Base(), new Derived()]) {
      const { id } = await bench.discord.slash().responder.reply(view);
      await press(bench, id, 'Speak');
    }
    expect(heard).toEqual(['base', 'derived']);
  });
});
