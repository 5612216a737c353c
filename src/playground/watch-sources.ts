import type { Clock, TimerHandle } from '../utils/clock.js';

/** Time without another change after which saved files count as complete. */
const SETTLE_MS = 100;
const SOURCES = /\.([cm]?[jt]sx?|json)$/;
const IGNORED = /(^|[\\/])(node_modules|dist|coverage|\.[^\\/]+)([\\/]|$)/;

/** Calls back when source files below a folder have been saved; resolves when it watches. */
export async function watchSources(
  folder: string,
  clock: Clock,
  onChange: () => void,
): Promise<{ close(): Promise<void> }> {
  const { watch } = await import('chokidar');
  let timer: TimerHandle;
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => IGNORED.test(path.slice(folder.length)),
  });
  watcher.on('all', (_event, path) => {
    if (!SOURCES.test(path)) return;
    clock.clearTimeout(timer);
    timer = clock.setTimeout(onChange, SETTLE_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    async close() {
      clock.clearTimeout(timer);
      await watcher.close();
    },
  };
}
