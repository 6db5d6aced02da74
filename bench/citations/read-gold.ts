import type { CitationItem, Verdict } from '../../src/lib/citation/types.ts';

/** What a passage should yield: like an item of the checker, without message and quotation. */
export interface GoldTarget extends Pick<
  CitationItem,
  'start' | 'end' | 'kind' | 'doc' | 'provision'
> {
  verdict: Verdict;
  /** Null: any candidates will do. */
  candidates: readonly string[] | null;
}

/** One passage of the gold set. */
export interface GoldPassage {
  id: string;
  /** Rows of the table of variants. */
  rows: readonly string[];
  /** Day for which it is judged; null: the day of the run. */
  asOf: string | null;
  text: string;
  targets: readonly GoldTarget[];
}

/**
 * Read a file of the gold set. A passage is a line `@ id rows=1,2 as-of=2020-01-01` and one line of
 * text in which `⟦words|targets⟧` marks a citation and `\n` stands for a line end; targets are
 * `slug#anchor verdict =candidate,candidate`, apart by `;`, `-` for no slug.
 *
 * @throws When a line does not follow this form.
 */
export function readGold(file: string): GoldPassage[] {
  const passages: GoldPassage[] = [];
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  for (let i = 0; i < lines.length; i += 2) {
    const [head = '', body = ''] = lines.slice(i, i + 2);
    passages.push({ ...readHead(head), ...readBody(body.replaceAll('\\n', '\n'), head) });
  }
  return passages;
}

function readHead(line: string): Pick<GoldPassage, 'id' | 'rows' | 'asOf'> {
  const match = /^@ (\S+) rows=(\S+)(?: as-of=(\S+))?$/.exec(line);
  if (!match) throw new Error(`not the head of a passage: ${line}`);
  const [, id = '', rows = '', asOf] = match;
  return { id, rows: rows.split(','), asOf: asOf ?? null };
}

function readBody(marked: string, head: string): Pick<GoldPassage, 'text' | 'targets'> {
  const targets: GoldTarget[] = [];
  let text = '';
  let rest = 0;
  for (const match of marked.matchAll(/⟦([^|⟧]*)\|([^⟧]*)⟧/gu)) {
    text += marked.slice(rest, match.index);
    const [whole, words = '', notes = ''] = match;
    const span = { start: text.length, end: text.length + words.length };
    for (const note of notes.split(';'))
      targets.push({ ...span, ...readTarget(note.trim(), head) });
    text += words;
    rest = match.index + whole.length;
  }
  text += marked.slice(rest);
  if (/[⟦⟧]/u.test(text)) throw new Error(`a mark is not closed in ${head}`);
  return { text, targets };
}

function readTarget(note: string, head: string): Omit<GoldTarget, 'start' | 'end'> {
  const match = /^([a-z0-9-]+)(?:#(\S+))? ([a-z-]+)(?: =(\S+))?$/.exec(note);
  if (!match) throw new Error(`not a target: “${note}” in ${head}`);
  const [, slug = '', anchor, verdict = '', candidates] = match;
  return {
    kind: anchor === undefined ? 'document' : 'provision',
    doc: slug === '-' ? null : slug,
    provision: anchor ?? null,
    verdict: verdict as Verdict,
    candidates: candidates?.split(',') ?? null,
  };
}
