import type { Context, PrefixContext, SlashContext } from 'cogwork';
import { Cog, Embed, HybridCommand, Option, PrefixCommand, SlashCommand } from 'cogwork';

const CAPITALS: ReadonlyMap<string, string> = new Map([
  ['Austria', 'Vienna'],
  ['Brazil', 'Brasília'],
  ['Chile', 'Santiago'],
  ['France', 'Paris'],
  ['Germany', 'Berlin'],
  ['Japan', 'Tokyo'],
  ['Kenya', 'Nairobi'],
  ['South Africa', 'Pretoria'],
]);

const KM_PER = { leagues: 4.828, miles: 1.609 } as const;

class CapitalOptions {
  @Option.string('Country', { autocomplete: [...CAPITALS.keys()], rest: true }) country!: string;
}

class DistanceOptions {
  @Option.number('Kilometres', { minValue: 0 }) km!: number;
  @Option.choice('What to show it in', ['leagues', 'miles']) unit: 'leagues' | 'miles' = 'miles';
}

@Cog({ description: 'Countries and distances' })
export class Atlas {
  /** Suggests countries while `/capital` is filled in; typed, it takes all words to the end of the line. */
  @HybridCommand('Names the capital of a country', CapitalOptions)
  capital(_ctx: Context, { country }: CapitalOptions): string {
    const capital = CAPITALS.get(country);
    return capital ? `${capital} is the capital of ${country}.` : `I do not know ${country}.`;
  }

  /** Only as a slash command: the answer is for the eyes of who asked. */
  @SlashCommand('Converts a distance', DistanceOptions)
  async distance(ctx: SlashContext, { km, unit }: DistanceOptions): Promise<void> {
    const embed = new Embed({ title: `${km} km`, description: `${(km / KM_PER[unit]).toFixed(1)} ${unit}` });
    await ctx.reply(embed, { ephemeral: true });
  }

  /** Only typed, with options by name in any order: `!route --to Oslo --from Paris`. */
  @PrefixCommand(
    { description: 'Plans a journey', flags: true },
    { from: Option.string('Where it begins'), to: Option.string('Where it ends') },
  )
  route(_ctx: PrefixContext, { from, to }: { from: string; to: string }): string {
    return `${from} → ${to}: take the night train.`;
  }
}
