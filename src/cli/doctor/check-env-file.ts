import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.js';

/** Whether `.env`, where tokens are kept, stays out of the repository. */
export async function checkEnvFile(folder: string): Promise<readonly Finding[]> {
  const name = '.env';
  if (!existsSync(join(folder, name))) return [];
  if (!(await git(folder, 'rev-parse', '--is-inside-work-tree')))
    return [{ name, level: 'ok', detail: 'this is no git repository' }];
  if (await git(folder, 'ls-files', '--error-unmatch', name)) {
    const advice =
      'Take it out with `git rm --cached .env`, ignore it, and reset the token: who can read the repository has it.';
    return [{ name, level: 'fail', detail: 'it is in the git repository', advice }];
  }
  if (await git(folder, 'check-ignore', '--quiet', name))
    return [{ name, level: 'ok', detail: 'git ignores it' }];
  return [
    { name, level: 'fail', detail: 'git does not ignore it', advice: 'Add a line `.env` to .gitignore.' },
  ];
}

/** Whether git says yes; no when there is no git. */
function git(cwd: string, ...args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd }, (error) => resolve(error === null));
  });
}
