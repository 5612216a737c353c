import { Cog, Option, SlashCommand, type SlashContext } from 'cogwork';

class AddOptions {
  @Option.integer('First') a!: number;
}

class OtherOptions {
  @Option.string('Name') name!: string;
}

@Cog()
export class Maths {
  @SlashCommand('Adds', AddOptions) // refused
  add(_ctx: SlashContext, options: OtherOptions): string {
    return options.name;
  }
}
