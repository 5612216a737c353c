import type { VNode } from 'preact';

const PATHS = {
  bot: 'M12 3v3M6 9h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2Zm3 4v2m6-2v2',
  crown: 'M4 18h16M5 15 3 7l5 3 4-6 4 6 5-3-2 8H5Z',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  edit: 'm4 20 1-4L16 5l3 3L8 19l-4 1Z',
  file: 'M7 3h7l4 4v14H7V3Zm7 0v4h4',
  hash: 'M10 4 8 20m8-16-2 16M5 9h15M4 15h15',
  members:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 8c0-3 3-5 6-5s6 2 6 5m2-8a3 3 0 0 0 0-6m4 14c0-3-2-4.500-4-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  panel: 'M4 5h16v14H4V5Zm9 0v14',
  plus: 'M12 5v14M5 12h14',
  reply: 'M9 7 4 12l5 5m-5-5h9c4 0 6 2 7 6',
  restart: 'M19 12a7 7 0 1 1-2-5l2 2m0-5v5h-5',
  send: 'M4 12 20 4l-5 16-3-7-8-1Z',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-7c1 2 2.500 3 4 3s3-1 4-3M9 9.500v.5m6-.5v.5',
  theme: 'M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10Z',
  thread: 'M5 4h14v11H9l-4 4V4Zm4 5h6m-6 3h4',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13',
  voice: 'M5 10v4h3l5 4V6l-5 4H5Zm11-1c1.500 1.500 1.500 4.500 0 6m2.500-8.500c3 3 3 8 0 11',
} as const;

/** Line drawing of that name. */
export function Icon({
  name,
  size = 20,
}: {
  readonly name: keyof typeof PATHS;
  readonly size?: number;
}): VNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
