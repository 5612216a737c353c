import type { VNode } from 'preact';

/** Picture that was uploaded; one from elsewhere is only named, because the page asks nobody else for anything. */
export function Picture({ url, alt, kind }: PictureProps): VNode {
  const isOwn = url.startsWith('files/');
  if (isOwn) return <img class={`picture ${kind}`} src={url} alt={alt} loading="lazy" />;
  return (
    <a class={`picture elsewhere ${kind}`} href={url} target="_blank" rel="noreferrer noopener" title={url}>
      <span aria-hidden="true">🖼</span>
      <span>{alt || hostOf(url)}</span>
    </a>
  );
}

interface PictureProps {
  readonly url: string;
  readonly alt: string;
  readonly kind: 'thumbnail' | 'gallery' | 'image' | 'icon';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
