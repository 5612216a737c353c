/** Wrong uses that a compiler would refuse, and that files which run without a type check get to. */
import { describe, expect, test } from '@jest/globals';
import type { MessagePayload, SlashContext, ViewLayout } from 'cogwork';
import {
  ActionRow,
  Bot,
  Button,
  Cog,
  Embed,
  Input,
  Modal,
  Paginator,
  Section,
  SlashCommand,
  TextDisplay,
  View,
  ViewOptions,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

class Greeting extends View {
  @Button({ label: 'Hello' })
  hello(): void {}
}

@Modal('Note')
class Note {
  @Input.text('Text') text!: string;
}

@Modal('Orphan')
class Orphan {
  @Input.text('Text') text!: string;
}

/** Message of the error that an answer fails with. */
async function failureOf(
  answer: (ctx: { ask(modal: unknown): unknown; showModal(modal: unknown): unknown }) => unknown,
) {
  @Cog()
  class Desk {
    @SlashCommand('Does it')
    go(ctx: SlashContext): never {
      return answer(ctx as never) as never;
    }
  }
  await using world = await testBot({ cogs: [Desk] });
  await world.alice.slash(world.general, 'go');
  await world.discord.settle();
  return String(world.logs.of('error').at(-1)?.fields['error']);
}

function viewWith(render: () => unknown): View {
  class Wrong extends Greeting {
    override render(): ViewLayout {
      return render() as ViewLayout;
    }
  }
  return new Wrong();
}

function viewOfEach(each: unknown): View {
  class Each extends View {
    @Button({ each: () => each as never, label: 'x' })
    press(): void {}
  }
  return new Each();
}

const button = Button.to('a/:b', { b: '1' }, { label: 'x' });

describe('an answer that cannot be sent is refused in words that help', () => {
  const cases: Record<string, [() => unknown, string]> = {
    'a class as view': [() => ({ view: Greeting }), 'the class Greeting as its view'],
    'a view among components': [
      () => ({ content: 'x', components: [new Greeting()] }),
      'beside them as `view`',
    ],
    'a button without a row': [
      () => ({ content: 'x', components: [button] }),
      'A button stands in an action row',
    ],
    'an embed in a layout': [
      () => viewWith(() => [new Embed().setTitle('x')]),
      'Embed is no part of a layout',
    ],
    'nothing in a layout': [() => viewWith(() => [undefined]), 'undefined is no part of a layout'],
    'a view that shows nothing': [() => new (class Empty extends View {})(), 'The message is empty'],
    'a section without anything beside it': [
      () => ({ components: [new Section('x', undefined as never)] }),
      'undefined is no part of a layout',
    ],
    'values that are no list': [() => viewOfEach(3), 'Each.press: `each` gave 3'],
    'values that are objects': [() => viewOfEach([{ id: 1 }]), 'a value of type object'],
    'no pages': [() => new Paginator(undefined as never), 'given undefined'],
    'a page that is none': [() => new Paginator(['a', 7 as never]), '7 is no page'],
  };

  test.each(Object.entries(cases))('%s', async (_what, [answer, reason]) => {
    expect(await failureOf(answer)).toContain(reason);
  });

  test('an instance of a modal, and a modal whose submissions nobody takes', async () => {
    expect(await failureOf((ctx) => ctx.ask(new Note()))).toContain('Note is no modal');
    expect(await failureOf((ctx) => ctx.ask(undefined))).toContain('undefined is no modal');
    expect(await failureOf((ctx) => ctx.showModal(Orphan))).toContain('write @OnSubmit(Orphan)');
  });
});

describe('a view that a bot cannot answer later is refused when it is made known', () => {
  @ViewOptions({ id: 'needy', timeoutMs: null })
  class Needy extends View {
    constructor(readonly question: string) {
      super();
    }
  }

  test.each([
    ['an instance', new Greeting(), 'is no view'],
    ['a class that is no view', Note, 'Note: is no view'],
    ['a view without an id', Greeting, 'needs @ViewOptions'],
    ['one whose constructor takes a text', Needy, 'Object.assign(new Needy(), { … })'],
  ])('%s', (_what, view, reason) => {
    expect(() => new Bot({ views: [view as never] })).toThrow(reason);
  });
});

test('what render() gives as a text is the content', async () => {
  @Cog()
  class Desk {
    @SlashCommand('Shows it')
    show(): MessagePayload {
      return viewWith(() => 'hello');
    }
  }
  await using world = await testBot({ cogs: [Desk] });
  expect((await world.alice.slash(world.general, 'show')).content).toBe('hello');
});

test('a row, a text and an embed are taken where they belong', async () => {
  const sent = failureOf(() => ({ components: [new TextDisplay('x'), new ActionRow([button])] }));
  expect(await sent).toBe('undefined');
});
