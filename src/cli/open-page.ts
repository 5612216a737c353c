import { spawn } from 'node:child_process';

const OPENERS: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' };

/** Opens an address in the browser where there is a desktop; elsewhere the address on the screen has to do. */
export function openPage(url: string): void {
  const { env, platform } = process;
  const opener = OPENERS[platform];
  const hasDesktop =
    platform !== 'linux' || env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  if (opener === undefined || !hasDesktop || env['CI'] !== undefined) return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
