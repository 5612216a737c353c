import { describe, expect, test } from '@jest/globals';
import { IsEmail, Length } from 'class-validator';
import type { ModalContext } from '../../src/interactions/interaction-context.js';
import type { ModalFields } from '../../src/interactions/modal-asker.js';
import type { User } from '../../src/models/user.js';
import { Button } from '../../src/ui/components/button.js';
import { ButtonContext } from '../../src/ui/components/button-context.js';
import { asComponentInteraction } from '../../src/ui/components/path-handler.js';
import { Input } from '../../src/ui/modals/input.js';
import { Modal } from '../../src/ui/modals/modal.js';
import { OnSubmit } from '../../src/ui/modals/on-submit.js';
import { State } from '../../src/ui/state/state.js';
import { View } from '../../src/ui/views/view.js';
import { ViewOptions } from '../../src/ui/views/view-options.js';
import { ComponentBench } from './support/component-bench.js';

@Modal('Feedback')
class Feedback {
  @Input.text('Your e-mail') @IsEmail() email!: string;
  @Input.paragraph('What happened?', { description: 'In your words' }) @Length(20, 1000) story!: string;
  @Input.select('Area', ['ui', 'api']) area!: 'ui' | 'api';
  @Input.text('Name', { required: false }) name?: string;
}

@Modal('Everything', { id: 'all' })
class Everything {
  @Input.label('Please be **honest**.') intro!: string;
  @Input.user('Who', { multiple: true, maxValues: 3 }) who!: User[];
  @Input.radio('Size', ['small', 'large']) size!: 'small' | 'large';
  @Input.checkboxes('Colours', ['red', 'blue'], { required: false }) colours?: ('red' | 'blue')[];
  @Input.checkbox('Sure?') sure = true;
}

type Shown = {
  custom_id: string;
  title: string;
  components: { type: number; component: Record<string, unknown> }[];
};

const STORY = 'It happened on a rainy Monday.';

function shownModal(bench: ComponentBench): Shown {
  return bench.discord.requests.filter(({ body }) => body.type === 9).at(-1)!.body.data as Shown;
}

/** Submission of a modal that is shown, with values by custom id. */
function submission(bench: ComponentBench, fields: Record<string, object>, more: object = {}) {
  const components = Object.entries(fields).map(([customId, field]) => ({
    type: 18,
    component: { custom_id: customId, ...field },
  }));
  return bench.discord.receive({
    type: 5,
    data: { custom_id: shownModal(bench).custom_id, components },
    ...more,
  });
}

function feedback(email: string, story = STORY): Record<string, object> {
  return { email: { value: email }, story: { value: story }, area: { values: ['api'] }, name: { value: '' } };
}

function context(bench: ComponentBench): ButtonContext {
  return new ButtonContext(
    asComponentInteraction(bench.discord.press(bench.discord.post({ content: 'x' }), 'x')),
  );
}

describe('asking by a modal', () => {
  test('shows the fields with the limits of their rules', async () => {
    const bench = new ComponentBench();
    void context(bench).ask(Feedback, { values: { story: 'Once' } });
    await Promise.resolve();
    const { components, title } = shownModal(bench);
    expect(title).toBe('Feedback');
    expect(components).toEqual([
      {
        type: 18,
        label: 'Your e-mail',
        component: { type: 4, style: 1, custom_id: 'email', required: true },
      },
      {
        type: 18,
        label: 'What happened?',
        description: 'In your words',
        component: {
          type: 4,
          style: 2,
          custom_id: 'story',
          required: true,
          min_length: 20,
          max_length: 1000,
          value: 'Once',
        },
      },
      {
        type: 18,
        label: 'Area',
        component: {
          type: 3,
          custom_id: 'area',
          required: true,
          options: [
            { label: 'ui', value: 'ui' },
            { label: 'api', value: 'api' },
          ],
        },
      },
      { type: 18, label: 'Name', component: { type: 4, style: 1, custom_id: 'name', required: false } },
    ]);
  });

  test('gives the values as an instance of the class, and a context to answer', async () => {
    const bench = new ComponentBench();
    const asked = context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, feedback('a@example.com')));
    const answer = await asked;
    expect(answer?.values).toBeInstanceOf(Feedback);
    expect({ ...answer?.values }).toEqual({
      email: 'a@example.com',
      story: STORY,
      area: 'api',
      name: undefined,
    });
    await answer?.ctx.reply('Thanks');
    expect(bench.discord.lastMessage.content).toBe('Thanks');
    expect(bench.router.modals.size).toBe(0);
  });

  test('refuses a field that has to be filled in, and takes one that need not', async () => {
    const bench = new ComponentBench();
    void context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, { ...feedback(''), story: {}, area: { values: [] } }));
    expect(bench.discord.lastMessage.content).toBe(
      [
        'That cannot be taken yet:',
        '- **Your e-mail**: has to be filled in',
        '- **What happened?**: has to be filled in',
        '- **Area**: has to be filled in',
      ].join('\n'),
    );
  });

  test('answers mistakes in private, and opens again with what was typed', async () => {
    const bench = new ComponentBench();
    const asked = context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, feedback('nobody')));
    const refusal = bench.discord.lastMessage;
    expect(refusal).toMatchObject({
      flags: 64,
      content: expect.stringContaining('**Your e-mail**: email must be an email'),
    });
    await bench.router.dispatch(bench.discord.press(refusal, 'Try again'));
    expect(shownModal(bench).components.map(({ component }) => component.value ?? component.options)).toEqual(
      [
        'nobody',
        STORY,
        [
          { label: 'ui', value: 'ui', default: false },
          { label: 'api', value: 'api', default: true },
        ],
        undefined,
      ],
    );
    await bench.router.submit(submission(bench, feedback('a@example.com')));
    expect((await asked)?.values.email).toBe('a@example.com');
  });

  test('checks lengths again, as nobody is bound to keep them', async () => {
    const bench = new ComponentBench();
    void context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, feedback('a@example.com', 'short')));
    expect(bench.discord.lastMessage.content).toContain('needs at least 20 characters');
  });

  test('ends without an answer when nobody submits it in time, and leaves nothing behind', async () => {
    const bench = new ComponentBench();
    const asked = context(bench).ask(Feedback, { timeoutMs: 60_000 });
    await bench.discord.clock.advance(60_000);
    await expect(asked).resolves.toBeUndefined();
    await bench.router.submit(submission(bench, feedback('a@example.com')));
    expect(bench.discord.lastMessage.content).toContain('no longer open');
    expect(bench.router.modals.size).toBe(0);
    expect(bench.discord.clock.pendingTimers).toBe(0);
  });

  test('keeps several open modals of one user apart', async () => {
    const bench = new ComponentBench();
    const first = context(bench).ask(Feedback);
    await Promise.resolve();
    const submitFirst = submission(bench, feedback('first@example.com'));
    const second = context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, feedback('second@example.com')));
    await bench.router.submit(submitFirst);
    expect((await first)?.values.email).toBe('first@example.com');
    expect((await second)?.values.email).toBe('second@example.com');
  });

  test('is refused as the answer to a modal', async () => {
    const bench = new ComponentBench();
    const asked = context(bench).ask(Feedback);
    await Promise.resolve();
    await bench.router.submit(submission(bench, feedback('a@example.com')));
    const answer = await asked;
    await expect(answer!.ctx.ask(Feedback)).rejects.toMatchObject({ code: 'INTERACTION_STATE' });
    expect(bench.router.modals.size).toBe(0);
  });

  test('reads every kind of field', async () => {
    const bench = new ComponentBench();
    const asked = context(bench).ask(Everything);
    await Promise.resolve();
    expect(shownModal(bench).components).toEqual([
      { type: 10, content: 'Please be **honest**.' },
      expect.objectContaining({ component: { type: 5, custom_id: 'who', required: true, max_values: 3 } }),
      expect.objectContaining({ component: expect.objectContaining({ type: 21 }) }),
      expect.objectContaining({ component: expect.objectContaining({ type: 22, required: false }) }),
      expect.objectContaining({ component: { type: 23, custom_id: 'sure', default: true } }),
    ]);
    const user = { id: '5', username: 'bob', discriminator: '0', avatar: null, global_name: null };
    const fields = {
      who: { values: ['5'] },
      size: { value: 'large' },
      colours: { values: [] },
      sure: { value: false },
    };
    const submit = submission(bench, fields);
    (submit.payload.data as { resolved?: object }).resolved = { users: { '5': user } };
    await bench.router.submit(submit);
    const values = (await asked)!.values;
    expect(values.who.map(({ username }) => username)).toEqual(['bob']);
    expect(values).toMatchObject({ size: 'large', colours: undefined, sure: false });
  });
});

describe('a modal with @OnSubmit', () => {
  class Desk {
    readonly taken: Feedback[] = [];
    @OnSubmit(Feedback)
    take(_ctx: ModalContext, values: Feedback): string | undefined {
      this.taken.push(values);
      return values.area === 'api' ? 'Noted' : undefined;
    }
  }

  test('goes to the method, also after a restart', async () => {
    const before = new ComponentBench();
    before.attach(Desk);
    await context(before).showModal(Feedback);
    const after = new ComponentBench({}, before.discord);
    after.attach(Desk);
    await after.router.submit(submission(after, feedback('a@example.com')));
    expect(after.discord.lastMessage.content).toBe('Noted');
  });

  test('is acknowledged when the method answers nothing', async () => {
    const bench = new ComponentBench();
    bench.attach(Desk);
    await context(bench).showModal(Feedback);
    const message = bench.discord.post({});
    const fields = { ...feedback('a@example.com'), area: { values: ['ui'] } };
    await bench.router.submit(submission(bench, fields, { message }));
    expect(bench.discord.asked.at(-1)).toBe('callback 6');
    await bench.router.submit(submission(bench, fields));
    expect(bench.discord.asked.slice(-2)).toEqual(['callback 5', 'deleteOriginal']);
  });

  test('takes plain JSON by the path of its custom id', async () => {
    class Jobs {
      readonly taken: unknown[] = [];
      @OnSubmit('apply/:job(integer)')
      apply(_ctx: ModalContext, fields: ModalFields, { job }: { job: number }): void {
        this.taken.push(job, fields);
      }
    }
    const bench = new ComponentBench();
    const jobs = new Jobs();
    bench.router.attach({ cogClass: Jobs, instance: jobs, name: 'Jobs' });
    await context(bench).showModal({ custom_id: 'apply/3', title: 'Apply', components: [] });
    await bench.router.submit(submission(bench, { why: { value: 'fun' }, when: { values: ['now'] } }));
    expect(jobs.taken).toEqual([3, { why: 'fun', when: ['now'] }]);
  });

  test('cannot have two methods', () => {
    class Other {
      @OnSubmit(Feedback)
      too(): void {}
    }
    const bench = new ComponentBench();
    bench.attach(Desk);
    expect(() => bench.attach(Other)).toThrow(/Other\.too and Desk\.take/);
  });
});

describe('definition', () => {
  test('refuses a label longer than 45 characters, more than five fields and a class without @Modal', async () => {
    @Modal('Long')
    class Long {
      @Input.text('x'.repeat(46)) a!: string;
    }
    @Modal('Many')
    class Many {
      @Input.text('1') a!: string;
      @Input.text('2') b!: string;
      @Input.text('3') c!: string;
      @Input.text('4') d!: string;
      @Input.text('5') e!: string;
      @Input.text('6') f!: string;
    }
    class None {}
    const bench = new ComponentBench();
    await expect(context(bench).ask(Long)).rejects.toThrow('Long.a');
    await expect(context(bench).ask(Many)).rejects.toThrow('6 fields');
    await expect(context(bench).ask(None)).rejects.toThrow('is no modal');
  });
});

describe('asking in a view', () => {
  test('lets other presses on the message in while the modal is open', async () => {
    @ViewOptions({ id: 'asker', timeoutMs: null })
    class Asker extends View {
      @State.integer() count = 0;
      @Button({ label: 'Ask' })
      async askNow(ctx: ButtonContext): Promise<void> {
        const answer = await ctx.ask(Feedback);
        this.count += 10;
        await answer?.ctx.update(this);
      }
      @Button({ label: (view: Asker) => `${view.count}` })
      async add(ctx: ButtonContext): Promise<void> {
        this.count += 1;
        await ctx.update(this);
      }
    }
    const bench = new ComponentBench({ views: [Asker] });
    const { id } = await bench.discord.slash().responder.reply(new Asker());
    const asking = bench.router.dispatch(bench.discord.press(bench.discord.message(id), 'Ask'));
    await bench.discord.clock.advance(1);
    await bench.router.dispatch(bench.discord.press(bench.discord.message(id), '0'));
    await bench.router.submit(
      submission(bench, feedback('a@example.com'), { message: bench.discord.message(id) }),
    );
    await asking;
    expect(bench.discord.components(id).map(({ label }) => label)).toEqual(['Ask', '11']);
  });
});
