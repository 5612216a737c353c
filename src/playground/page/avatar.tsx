import type { VNode } from 'preact';
import { userOf } from './look-up.js';

/** Circle with the first letters of a name, in a colour that goes with it. */
export function Avatar({ id, name, size = 40, status = false }: AvatarProps): VNode {
  const hue = [...name].reduce((sum, letter) => (sum * 37 + letter.charCodeAt(0) * 11) % 360, 40);
  const user = userOf(id);
  return (
    <span
      class="avatar"
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.42}px` }}
      aria-hidden="true"
    >
      <span class="avatar-disc" style={{ background: `hsl(${hue} 52% 48%)` }}>
        {name.slice(0, 1).toUpperCase()}
      </span>
      {status && user && <span class={`presence ${user.isOnline ? 'online' : 'offline'}`} />}
    </span>
  );
}

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly status?: boolean;
}
