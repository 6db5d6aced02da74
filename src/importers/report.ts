import { element, escapeHtml } from '../lib/document/html.ts';
import { DOCUMENT_TYPES } from '../lib/document/types.ts';
import type { Difference } from '../lib/fidelity/diff.ts';
import type { Provision } from '../lib/provision/types.ts';
import { tableText } from '../lib/structure/lines.ts';
import type { ImportResult } from './import-document.ts';

/** Words of the report, already looked up. */
export interface ReportWords {
  sentence: (id: string, values?: Record<string, string>) => string;
  reasons: readonly string[];
  notes: readonly string[];
}

/** Longer documents are shown as far as this; the tree is always whole. */
const MOST_ROWS = 4000;
const MOST_DIFFERENCES = 100;

/**
 * The report of one import, as one page that opens from a folder: the tree with counts, the
 * original beside the result, differences in red with their place.
 *
 * The same import gives the same bytes: no clock, no paths of this machine.
 */
export function formatReport(result: ImportResult, name: string, words: ReportWords): string {
  const { built } = result;
  const title = words.sentence('page.title');
  const body = [
    element('h1', {}, `${escapeHtml(title)}: ${escapeHtml(name)}`),
    list('reason', words.reasons),
    summary(result, name, words),
    section(words.sentence('page.notes'), list('note', words.notes)),
    section(words.sentence('page.gists'), keptGists(result)),
    section(words.sentence('page.differences'), differences(result, words)),
    section(words.sentence('page.reasons'), reasonTable(result, words)),
    section(
      words.sentence('page.structure'),
      element('nav', {}, tree(built.written.tree.children, words)),
    ),
    section(words.sentence('page.changes'), changeTable(result, words)),
    section(words.sentence('page.text'), comparison(result, words)),
  ].join('\n');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(`${title}: ${name}`)}</title><style>${STYLE}</style>`;
  return `<!doctype html>\n<html lang="vi"><head>${head}</head>\n<body>\n${body}\n</body></html>\n`;
}

const STYLE = [
  'body{font:16px/1.5 "Times New Roman",serif;margin:1.5rem auto;max-width:75rem;padding:0 1rem;color:#111}',
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}',
  '.reason li,.diff del,.diff ins{color:#b00020}ins{font-weight:bold;text-decoration:none}',
  '.off{font-style:italic;background:#fff6d8}.label{font-weight:bold}nav ul{margin:0;padding-left:1.25rem}',
  'nav{max-height:30rem;overflow:auto;border:1px solid #bbb;padding:.5rem}.place{color:#555;white-space:nowrap}pre{white-space:pre-wrap;font:inherit}',
].join('');

function section(title: string, content: string): string {
  return content === ''
    ? ''
    : element('section', {}, element('h2', {}, escapeHtml(title)) + content);
}

function list(name: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return element(
    'ul',
    { class: name },
    items.map((item) => element('li', {}, escapeHtml(item))).join(''),
  );
}

function row(cells: readonly string[]): string {
  return element('tr', {}, cells.map((cell) => element('td', {}, escapeHtml(cell))).join(''));
}

function summary(result: ImportResult, name: string, { sentence }: ReportWords): string {
  const { built, metadata, target } = result;
  const { proof, raw } = built;
  const agree = (count: number): string => sentence(count === 0 ? 'page.agree' : 'page.disagree');
  const rows: [string, string][] = [
    [sentence('page.file'), name],
    [sentence('page.record'), target?.path ?? '–'],
    [sentence('page.method'), sentence(`method.${raw.method}`)],
    [sentence('page.chars'), proof.chars.toLocaleString('vi')],
    [
      sentence('page.witness'),
      raw.witness
        ? `${raw.witness.name === 'w:t' ? sentence('page.tags') : raw.witness.name}: ${agree(proof.witnessDifferences.length)}`
        : sentence('page.none'),
    ],
    [sentence('page.page-stream'), agree(proof.pageDifferences.length)],
    [sentence('field.symbol'), metadata.symbol ?? '–'],
    [sentence('field.issuedDate'), metadata.issuedDate ?? '–'],
    [
      sentence('field.type'),
      metadata.type === null ? (metadata.typeName ?? '–') : DOCUMENT_TYPES[metadata.type].name,
    ],
    [sentence('field.title'), metadata.title ?? '–'],
    [sentence('field.issuer'), metadata.issuer?.name ?? '–'],
    [
      sentence('field.signer'),
      metadata.signer
        ? `${metadata.signer.name}${metadata.signer.position === undefined ? '' : `, ${metadata.signer.position}`}`
        : '–',
    ],
    [sentence('page.recipients'), metadata.recipients.join('; ') || '–'],
  ];
  const counts = Object.entries(built.counts)
    .map(
      ([kind, count]) =>
        `${count} ${sentence(`kind.${kind.split('/').at(-1) ?? kind}`)}${kind.includes('/') ? ` (${sentence(`kind.${kind.split('/')[0] ?? ''}`)})` : ''}`,
    )
    .filter((text) => !text.includes('kind.'));
  rows.push([sentence('page.structure'), counts.join(', ')]);
  return element('table', {}, rows.map((cells) => row(cells)).join(''));
}

/** The library's own words that the new text has no place for. */
function keptGists({ gists }: ImportResult): string {
  const items = gists.kept.map(({ id, label, text }) =>
    element(
      'li',
      {},
      element('b', {}, escapeHtml(`${label || '–'} (${id})`)) +
        element('pre', {}, escapeHtml(text)),
    ),
  );
  return items.length === 0 ? '' : element('ul', {}, items.join(''));
}

function differences({ built }: ImportResult, { sentence }: ReportWords): string {
  const show = (title: string, found: readonly Difference[]): string => {
    if (found.length === 0) return '';
    const items = found
      .slice(0, MOST_DIFFERENCES)
      .map(({ before, expected, found: now }) =>
        element(
          'li',
          {},
          `…${escapeHtml(before)}${element('del', {}, escapeHtml(expected))}${element('ins', {}, escapeHtml(now))}`,
        ),
      );
    return element('h3', {}, escapeHtml(title)) + element('ol', { class: 'diff' }, items.join(''));
  };
  return (
    show(sentence('page.reader-stream'), built.proof.witnessDifferences) +
    show(sentence('page.page-stream'), built.proof.pageDifferences)
  );
}

function reasonTable({ built }: ImportResult, { sentence }: ReportWords): string {
  if (built.proof.reasons.length === 0) return '';
  const rows = built.proof.reasons.map(({ reason, count, chars }) =>
    row([sentence(`reason.${reason}`), String(count), String(chars)]),
  );
  return element(
    'table',
    {},
    row(['', sentence('page.count'), sentence('page.chars')]) + rows.join(''),
  );
}

function changeTable({ built }: ImportResult, { sentence }: ReportWords): string {
  const changes = built.decoded.changes.filter(
    ({ reason }) => reason !== 'legacy-font' && reason !== 'caps-font',
  );
  if (changes.length === 0) return '';
  const rows = changes
    .slice(0, MOST_ROWS)
    .map(({ locator, reason, from, to }) => row([locator, sentence(`reason.${reason}`), from, to]));
  const head = row([sentence('page.place'), '', sentence('page.from'), sentence('page.to')]);
  return element('table', {}, head + rows.join(''));
}

function tree(units: readonly Provision[], words: ReportWords): string {
  if (units.length === 0) return '';
  const items = units.map((unit) => {
    const heading = unit.heading === null ? '' : ` ${unit.heading}`;
    const inner = unit.kind === 'point' ? '' : tree(unit.children, words);
    const count = unit.children.length > 0 ? ` (${unit.children.length})` : '';
    return element('li', {}, `${escapeHtml(unit.label + heading + count)}${inner}`);
  });
  return element('ul', {}, items.join(''));
}

/** Every line of the original, and what it became. */
function comparison({ built }: ImportResult, { sentence }: ReportWords): string {
  const { lines, structure, written } = built;
  const off = new Set([...structure.leftovers, ...written.demoted]);
  const rows = lines.slice(0, MOST_ROWS).map((line) => {
    const role = structure.roles[line.index];
    const text = line.table ? `${sentence('page.table')} ${tableText(line.table)}` : line.text;
    const isUnit = role?.kind === 'unit' && !off.has(line.index);
    const result = isUnit
      ? role.label.printed
      : sentence(
          `page.role-${role?.kind === 'title' || role?.kind === 'quote' ? role.kind : 'text'}`,
        );
    return element(
      'tr',
      { class: off.has(line.index) ? 'off' : null },
      [
        element('td', { class: 'place' }, escapeHtml(line.locator)),
        element('td', {}, escapeHtml(text)),
        element('td', { class: isUnit ? 'label' : null }, escapeHtml(result)),
      ].join(''),
    );
  });
  const head = row([sentence('page.place'), sentence('page.original'), sentence('page.result')]);
  return element('table', {}, head + rows.join(''));
}
