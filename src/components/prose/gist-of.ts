import type { Inline, Provision } from '../../lib/provision/types.ts';

/** The library's gist of a provision as plain text; null where it has none of its own. */
export function gistOf(unit: Provision | null): string | null {
  const gist = unit?.blocks.find((block) => block.type === 'gist');
  if (gist === undefined) return null;
  const text = gist.paragraphs.map(({ content }) => plainText(content)).join(' ');
  return text === '' ? null : text;
}

function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      return 'children' in inline ? plainText(inline.children) : ' ';
    })
    .join('');
}
