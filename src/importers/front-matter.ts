import { stringify } from 'yaml';

/** Fields of a front matter in their order; undefined: leave out. */
export type Fields = Record<string, unknown>;

/** Write a new front matter, with its `---` lines. */
export function formatFrontMatter(fields: Fields): string {
  const blocks = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => formatField(key, value));
  return `---\n${blocks.join('')}---\n`;
}

/**
 * Set fields of an existing front matter and leave every other line as it is.
 *
 * @param yaml Between the `---` lines.
 */
export function setFields(yaml: string, fields: Fields): string {
  let result = yaml.endsWith('\n') || yaml === '' ? yaml : `${yaml}\n`;
  for (const [key, value] of Object.entries(fields)) {
    const block = value === undefined ? '' : formatField(key, value);
    const present = blockOf(result, key);
    if (present) result = result.slice(0, present.start) + block + result.slice(present.end);
    else result += block;
  }
  return result;
}

/** Where a top-level field stands: its line and the indented or listed lines below it. */
function blockOf(yaml: string, key: string): { start: number; end: number } | null {
  const match = new RegExp(`^${key}:(?=[ \\n]).*\\n(?:(?:[ \\t]+.*|- .*|[ \\t]*)\\n)*`, 'm').exec(
    yaml,
  );
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

function formatField(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0, singleQuote: true });
}
