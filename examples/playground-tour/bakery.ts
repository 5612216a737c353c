/** Bakery to walk through in the playground: an option with suggestions, an embed, a poll, components of version 2. */
import type { ButtonContext, Message, MessageContext, SlashContext, UserContext } from 'cogwork';
import {
  Button,
  Cog,
  Container,
  Embed,
  Listen,
  MessageCommand,
  Option,
  Section,
  Separator,
  SlashCommand,
  UserCommand,
} from 'cogwork';

const CAKES = ['Apple pie', 'Apricot tart', 'Black Forest cake', 'Carrot cake', 'Cheesecake', 'Lemon tart'];

export class OrderOptions {
  @Option.string('What to bake', { autocomplete: CAKES }) cake!: string;
  @Option.integer('How many', { minValue: 1, maxValue: 12 }) pieces = 1;
}

@Cog({ description: 'Orders and opinions' })
export class Bakery {
  @SlashCommand('Orders a cake', OrderOptions)
  order(ctx: SlashContext, { cake, pieces }: OrderOptions): Embed {
    return new Embed({
      title: `${pieces} × ${cake}`,
      description: `Thank you, **${ctx.user.displayName}**. It will be ready in _${pieces * 5} minutes_.`,
      color: 0xe8a33d,
      fields: [
        { name: 'Price', value: `€ ${pieces * 3}.50`, inline: true },
        { name: 'Pick up', value: '`Counter 2`', inline: true },
      ],
      footer: { text: 'Baked since 1897' },
    });
  }

  @SlashCommand('Shows what there is today')
  menu(_ctx: SlashContext): object {
    return {
      components: [
        new Container(
          [
            '### Today in the bakery',
            new Section(
              ['**Lemon tart**', 'Meringue on top, sharp below.'],
              Button.to('bakery/buy/:cake', { cake: 'Lemon tart' }, { label: '€ 3.50', style: 'success' }),
            ),
            new Section(
              ['**Carrot cake**', 'With walnuts; ask for the vegan one.'],
              Button.to('bakery/buy/:cake', { cake: 'Carrot cake' }, { label: '€ 2.90', style: 'success' }),
            ),
            new Separator(),
            '-# Prices include a fork.',
          ],
          { accentColor: 0xe8a33d },
        ),
      ],
    };
  }

  @Button('bakery/buy/:cake')
  async buy(ctx: ButtonContext, { cake }: { cake: string }): Promise<void> {
    await ctx.reply({ content: `One **${cake}** for you. Enjoy!`, ephemeral: true });
  }

  @SlashCommand('Asks everybody')
  poll(_ctx: SlashContext): object {
    return {
      poll: {
        question: { text: 'What shall we bake tomorrow?' },
        answers: CAKES.slice(0, 3).map((text) => ({ poll_media: { text } })),
        duration: 24,
        allow_multiselect: false,
      },
    };
  }

  @SlashCommand('Burns a cake')
  burn(_ctx: SlashContext): never {
    throw new Error('The oven is on fire.');
  }

  @UserCommand('Give a cookie')
  cookie(ctx: UserContext, target: { readonly id: string }): string {
    return `🍪 ${ctx.user.displayName} gives <@${target.id}> a cookie.`;
  }

  @MessageCommand('Quote')
  quote(_ctx: MessageContext, message: Message): string {
    return `> ${message.content}\n— <@${message.author.id}>`;
  }

  @Listen('messageCreate')
  async greet(message: Message): Promise<void> {
    if (message.author.bot) return;
    if (message.content === 'ping') await message.reply('pong');
    if (message.attachments.length > 0) {
      const names = message.attachments.map(({ filename, size }) => `\`${filename}\` (${size} bytes)`);
      await message.reply(`Thank you for ${names.join(', ')}.`);
    }
  }
}
