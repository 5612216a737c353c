import { Argument } from 'commander';

/** Argument that names the file which starts the bot. */
export function entryArgument(): Argument {
  return new Argument(
    '[entry]',
    'file that starts the bot; else `main` of package.json, src/main.ts, src/bot.ts, main.ts or bot.ts',
  );
}
