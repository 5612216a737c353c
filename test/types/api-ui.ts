/** Public surface of components, views and modals, as users write it; compiled, never run. */
import { IsEmail, Length } from 'class-validator';
import type { ButtonContext, ModalContext, Role, SelectContext, SlashContext, User } from 'cogwork';
import {
  Bot,
  Button,
  Cog,
  Confirm,
  Container,
  Form,
  Input,
  Menu,
  Modal,
  OnSubmit,
  PageGroup,
  Paginator,
  Section,
  Select,
  SlashCommand,
  State,
  TextDisplay,
  View,
  ViewOptions,
} from 'cogwork';

@Cog()
export class Polls {
  @Button('poll/:poll/vote/:choice')
  vote(_ctx: ButtonContext, { poll, choice }: { poll: string; choice: string }): string {
    return `${poll}: ${choice}`;
  }

  @Button('poll/:poll/page/:n(integer)')
  page(ctx: ButtonContext, { n }: { n: number }): Promise<unknown> {
    return ctx.update({ content: n.toFixed(0) });
  }

  @Select.role('poll/:poll/roles')
  roles(_ctx: SelectContext, roles: Role[], { poll }: { poll: string }): string {
    return poll + roles.map((role) => role.name).join();
  }
}

export const yes = Button.to(
  'poll/:poll/vote/:choice',
  { poll: '7', choice: 'yes' },
  { label: 'Yes', style: 'success' },
);
export const people = Select.user.to('poll/:poll/who', { poll: '7' }, { maxValues: 3 });

@ViewOptions({ id: 'counter', timeoutMs: null })
export class Counter extends View {
  @State.integer() count = 0;
  @State.choice(['small', 'large']) size: 'small' | 'large' = 'small';
  @State.json() history: readonly string[] = [];

  @Button({ label: (view: Counter) => `Pressed ${view.count} times`, style: 'primary' })
  async press(ctx: ButtonContext): Promise<void> {
    this.count += 1;
    await ctx.update(this);
  }

  @Select.user({ placeholder: 'Invite someone', maxValues: 3 })
  async invite(_ctx: SelectContext, users: User[]): Promise<void> {
    this.history = users.map((user) => user.username);
  }

  @Button({
    each: (view: Counter) => view.history,
    label: (view, name) => `${name} ${view.count}`,
    disabled: (_view, name) => name === '',
  })
  async greet(ctx: ButtonContext, name: string): Promise<void> {
    await ctx.update(this.disableAll({ except: ['greet'] }));
    this.history = [name];
  }

  @Select.string({ options: ['small', { value: 'large', label: 'Large' }] })
  pick(_ctx: SelectContext, [size]: ('small' | 'large')[]): void {
    if (size) this.size = size;
  }

  override render() {
    return [new Container(['# Counter', new Section('Press', this.part('press')), new TextDisplay('below')])];
  }
}

@Modal('Feedback')
export class Feedback {
  @Input.text('Your e-mail') @IsEmail() email!: string;
  @Input.paragraph('What happened?') @Length(20, 1000) story!: string;
  @Input.select('Area', ['ui', 'api']) area!: 'ui' | 'api';
  @Input.user('Who', { required: false, multiple: true }) who?: User[];
}

@Cog({ views: [Counter] })
export class Desk {
  @SlashCommand('Asks')
  async ask(ctx: SlashContext): Promise<void> {
    const answer = await ctx.ask(Feedback, { timeoutMs: 300_000 });
    if (!answer) return;
    const area: 'ui' | 'api' = answer.values.area;
    await answer.ctx.reply(`${area}: ${answer.values.email}`);
  }

  @OnSubmit(Feedback)
  take(_ctx: ModalContext, values: Feedback): string {
    return values.story;
  }

  @SlashCommand('Confirms')
  async confirm(ctx: SlashContext): Promise<string> {
    const question = new Confirm('Sure?');
    await ctx.reply(question);
    const answer: boolean | undefined = await question.answer();
    return String(answer);
  }

  @SlashCommand('Chooses')
  async choose(ctx: SlashContext): Promise<Paginator> {
    const menu = new Menu('Which?', [{ label: 'one', value: 1 }]);
    await ctx.reply(menu);
    const value: number | undefined = await menu.choice();
    const group = new PageGroup([`${value}`, { title: 'Two' }], { label: 'Numbers', loop: true });
    const files = [{ name: 'a.txt', data: Buffer.from('a') }];
    return new Paginator([group, new PageGroup([{ content: 'x', files }, () => 'y'], { label: 'Rest' })], {
      buttons: { next: { emoji: '▶️', style: 'primary' }, last: false },
    });
  }

  @SlashCommand('Fills a form')
  async fill(ctx: SlashContext): Promise<void> {
    const filled = await new Form([Feedback, Feedback]).fill(ctx);
    const email: string | undefined = filled?.values[1].email;
    await filled?.ctx.reply(email ?? '');
  }
}

export const bot = new Bot({
  cogs: [Polls, Desk],
  views: [Counter],
  onUnknownComponent: (_ctx, reason) => reason,
});
