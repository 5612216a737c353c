import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the variables of `.env` in a folder, where there is one; what the environment has already stays. */
export function loadEnvironment(folder: string = process.cwd()): void {
  const path = join(folder, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
