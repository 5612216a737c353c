import { readFile } from 'node:fs/promises';
import { FfmpegProcess } from '../../../src/voice/sources/ffmpeg-process.js';

/** Processes of ffmpeg that this process has started and that are still there, after they had a moment to go. */
export async function childrenLeft(): Promise<number> {
  let count = 0;
  for (let look = 0; look < 50; look++) {
    count = await countFfmpegs();
    if (count === 0) return 0;
    await new FfmpegProcess(['-version']).finished; // takes as long as ending one does
  }
  return count;
}

async function countFfmpegs(): Promise<number> {
  const children = await readFile(`/proc/self/task/${process.pid}/children`, 'utf8');
  const names = children
    .split(' ')
    .filter(Boolean)
    .map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''));
  return (await Promise.all(names)).filter((name) => name.trim() === 'ffmpeg').length;
}
