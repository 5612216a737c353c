import { randomInt } from 'node:crypto';
import type { Context } from 'cogwork';
import { Cog, HybridCommand, Option } from 'cogwork';

/** So many dice of so many sides, and something added to their sum. */
interface Throw {
  readonly count: number;
  readonly sides: number;
  readonly bonus: number;
}

/** Makes a throw of `2d6+1`; the error's words are for the user. */
function parseThrow(text: string): Throw {
  const match = /^(\d{0,2})d(\d{1,3})([+-]\d{1,3})?$/i.exec(text.trim());
  const [, count, sides, bonus = '0'] = match ?? [];
  if (!match || Number(sides) < 2 || Number(count) > 25) {
    throw new Error('write a throw such as d20, 2d6 or 3d8+2');
  }
  return { count: Number(count) || 1, sides: Number(sides), bonus: Number(bonus) };
}

class RollOptions {
  @Option.custom('What to throw, such as 2d6+1', parseThrow) dice: Throw = { count: 1, sides: 6, bonus: 0 };
  @Option.boolean('Whether only the best die counts') best = false;
}

/** One handler for `/roll dice:2d6+1`, `!roll 2d6+1`, and `!r 2d6+1` in short. */
@Cog({ description: 'Games of chance' })
export class Dice {
  @HybridCommand({ description: 'Throws dice', aliases: ['r'] }, RollOptions)
  roll(_ctx: Context, { best, dice: { bonus, count, sides } }: RollOptions): string {
    const thrown = Array.from({ length: count }, () => randomInt(1, sides + 1));
    const counted = best ? [Math.max(...thrown)] : thrown;
    const total = counted.reduce((sum, eyes) => sum + eyes, bonus);
    return `**${total}** (${thrown.join(', ')})`;
  }
}
