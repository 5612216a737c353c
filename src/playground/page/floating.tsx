import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Where something floats: at a point of the window. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Panel that floats at a point, takes the focus, and closes at Escape or a press elsewhere. */
export function Floating({ place, label, onClose, children }: FloatingProps): VNode {
  const panel = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(place);
  useLayoutEffect(() => {
    const box = panel.current?.getBoundingClientRect();
    if (!box) return;
    setAt({
      x: Math.max(8, Math.min(place.x, innerWidth - box.width - 8)),
      y: Math.max(8, Math.min(place.y, innerHeight - box.height - 8)),
    });
    const before = document.activeElement;
    (panel.current?.querySelector('button, input') as HTMLElement | null)?.focus();
    return () => (before as HTMLElement | null)?.focus();
  }, []);
  useEffect(() => {
    const close = (event: PointerEvent): void => {
      if (!panel.current?.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, []);
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const items = [...(panel.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const index = items.indexOf(document.activeElement as HTMLElement);
    items[(index + step + items.length) % items.length]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={panel}
      class="floating"
      role="dialog"
      aria-label={label}
      style={{ left: `${at.x}px`, top: `${at.y}px` }}
      onKeyDown={move}
    >
      {children}
    </div>
  );
}

interface FloatingProps {
  readonly place: Place;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Point at which something that belongs to an event's element floats. */
export function placeOf(event: MouseEvent): Place {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: box.left, y: box.bottom };
}
