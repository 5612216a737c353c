/** Runs a bot of the examples in the playground until Ctrl+C, and opens the page in the browser. */
import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { startDevSession } from '../dist/playground/index.js';

const openers = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' };
const [entry = 'examples/playground-tour/main.ts'] = process.argv.slice(2);

const session = await startDevSession({
  entry,
  name: basename(dirname(entry)).replace(/^playground-tour$/, 'bakery'),
  onLog: ({ level, message, stack }) => {
    if (level === 'error') console.error(stack ?? message);
  },
  onStatus: ({ state, detail }) => console.log(`The bot is ${[state, detail].filter(Boolean).join(': ')}.`),
});
console.log(`\n  Playground   ${session.url}\n  Edit         ${dirname(entry)}\n  Stop         Ctrl+C\n`);
openPage(session.url);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void session.close());

/** Opens the page where there is a desktop; elsewhere the address on the screen has to do. */
function openPage(url) {
  const opener = openers[process.platform];
  const hasDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!opener || !hasDesktop || process.env.CI) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
