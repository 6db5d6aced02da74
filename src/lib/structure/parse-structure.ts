import type { LabelForm, PrintedLabel } from '../provision/types.ts';
import { bestChain } from './chain.ts';
import type { Candidate, Chain, ChainOptions } from './chain.ts';
import { findContents } from './contents.ts';
import { closingStart, openingLength } from './edges.ts';
import type { Line } from './lines.ts';
import { findQuotations } from './quotations.ts';
import { findScopes } from './scopes.ts';
import type { Scope } from './scopes.ts';
import { findBareSign, findSign, formatOrder, letterOrder } from './signs.ts';
import type { Sign } from './signs.ts';

/** What a line is. Every line is exactly one thing. */
export type LineRole =
  | {
      kind: 'unit';
      label: PrintedLabel;
      /** Characters of the line that are the label. */
      length: number;
      /** The rest of the line and the lines that follow as `title` are the unit's title. */
      isTitled: boolean;
    }
  /** Goes on with the title of the unit before it. */
  | { kind: 'title' }
  | { kind: 'text' }
  | { kind: 'quote' };

/** One part of the document, cut into opening, body and closing. */
export interface ScopeParts extends Scope {
  /** First line of the body, and of the closing. */
  body: number;
  closing: number;
}

/** A number that a list leaves out. */
export interface StructureGap {
  line: number;
  form: LabelForm;
  before: number;
  after: number;
  /** The same as printed: the number before, null at the start of a list; the first and the last
   *  one left out; the one after. @example { before: 'a', from: 'b', to: 'd', after: 'đ' } */
  printed: { before: string | null; from: string; to: string; after: string };
}

export interface Structure {
  scopes: ScopeParts[];
  /** One per line. */
  roles: LineRole[];
  gaps: StructureGap[];
  /** Lines that begin like an article, khoản or điểm and are on no list. */
  leftovers: number[];
  /** Lists of điểm that count d) e), without đ): by Word's own alphabet. */
  withoutDd: number[];
  /** Lines inside an article that look like the title of one whose label the copy has lost. */
  unlabelled: number[];
  /** Lines that are units although their number has lost its sign: their list leaves no doubt. */
  bare: number[];
}

/**
 * Give every line its place: by the best chain over the whole, level by level.
 *
 * What is on no chain stays text. Never throws; nearly linear in the number of lines.
 */
export function parseStructure(lines: readonly Line[]): Structure {
  return new StructureParser(lines).parse();
}

/** `isAscii`: a letter that is counted by Word's alphabet. `isBare`: its number has lost its sign. */
type Found = Candidate & { sign: Sign; isAscii?: boolean; isBare?: boolean };

/** What a number without its sign is worth less: any other reading goes first. */
const BARE_COST = 0.5;
/** Then the list is made without bare numbers: hostile texts have many of them. */
const MOST_BARE_ROUNDS = 4;

const WORD_FORMS = ['part', 'chapter', 'section', 'subsection', 'article'] as const;
type WordForm = (typeof WORD_FORMS)[number];
/** Copies lose single labels of khoản and điểm more often than whole articles. */
const SIGNS = { gapCost: 1.2 };
/** One letter left out costs less than the item after it is worth: copies and typists skip letters. */
const LETTER_SIGNS = { gapCost: 0.9 };
const isDash = (form: LabelForm): boolean =>
  form === 'dash' || form === 'plus' || form === 'bullet';

/** Forms of lists without a word before the number, outermost first where nothing else tells. */
const SIGN_FORMS: readonly LabelForm[] = [
  'capital',
  'roman',
  'arabic',
  // Stands for decimals of any depth.
  'decimal2',
  'arabic-paren',
  'letter',
  'letter-dot',
  'small-roman',
  'letter-number',
];

class StructureParser {
  private readonly lines: readonly Line[];
  private readonly signs: (Sign | null)[];
  private readonly quoted: boolean[];
  /** Lines of a printed list of contents: text, whatever labels they begin with. */
  private readonly contents: boolean[];
  private readonly roles: LineRole[];
  private readonly gaps: StructureGap[] = [];
  private readonly withoutDd: number[] = [];
  private readonly bare: number[] = [];
  /** Last number of a form in the part before, where one count may run through all parts. */
  private lastOrders = new Map<LabelForm, number>();

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    const signs = lines.map((line) => (line.table ? null : findSign(line.text)));
    this.contents = findContents(lines, signs);
    this.signs = signs.map((sign, line) => (this.contents[line] ? null : sign));
    this.quoted = findQuotations(lines);
    this.roles = lines.map(() => ({ kind: 'text' }));
  }

  parse(): Structure {
    const chains = this.articleChains();
    const covered = (line: number): boolean =>
      this.contents[line] === true ||
      chains.some(({ items }) => line > (items[0]?.line ?? 0) && line <= (items.at(-1)?.line ?? 0));
    const restarts = chains.slice(1).map(({ items }) => items[0]?.line ?? 0);
    const found = findScopes(this.lines, covered, restarts);
    const scopes = found.map((scope) => this.scope(scope));
    return {
      scopes,
      roles: this.roles,
      gaps: this.gaps.sort((a, b) => a.line - b.line),
      leftovers: this.leftovers(scopes),
      withoutDd: this.withoutDd,
      unlabelled: this.unlabelled(scopes),
      bare: this.bare.sort((a, b) => a - b),
    };
  }

  /**
   * A short line in the look of the titles, with khoản counted from 1 on both sides of it: the label
   * is gone, and where Word counts the articles all later ones are one too low.
   */
  private unlabelled(scopes: readonly ScopeParts[]): number[] {
    const found: number[] = [];
    for (const { body, closing } of scopes) {
      let title: Line | null = null;
      let begun = false;
      for (let at = body; at < closing; at++) {
        const role = this.roles[at];
        const line = this.lines[at];
        if (!line) continue;
        if (role?.kind === 'unit' && (WORD_FORMS as readonly string[]).includes(role.label.form)) {
          title = role.label.form === 'article' && role.isTitled ? line : null;
          begun = false;
        } else if (
          title &&
          begun &&
          role?.kind === 'text' &&
          this.isLostTitle(line, title, closing)
        )
          found.push(at);
        if (this.isFirst(at)) begun = true;
      }
    }
    return found;
  }

  private isFirst(line: number): boolean {
    const { label } = this.signs[line] ?? {};
    return label?.form === 'arabic' && label.number === '1' && this.quoted[line] !== true;
  }

  private isLostTitle(line: Line, title: Line, to: number): boolean {
    const { index, text } = line;
    const looksAlike = line.isBold && title.isBold && !line.table && line.align === title.align;
    if (!looksAlike || this.signs[index] || this.quoted[index] || text.length > 150) return false;
    if (/[.:;,]$/.test(text) || !/^\p{Lu}/u.test(text)) return false;
    const next = [index + 1, index + 2].filter((at) => at < to);
    return next.some((at) => this.isFirst(at));
  }

  /** Numberings of articles that do not lie inside one another, in order of the text. */
  private articleChains(): Chain<Found>[] {
    const chains: Chain<Found>[] = [];
    let candidates = this.candidates('article', 0, this.lines.length);
    for (let round = 0; round < 40; round++) {
      const chain = bestChain(candidates, { restartCost: 0.6 });
      if (!chain || chain.score < 0.9) break;
      const used = new Set(chain.items);
      candidates = candidates.filter((candidate) => !used.has(candidate));
      const first = chain.items[0]?.line ?? 0;
      const last = chain.items.at(-1)?.line ?? 0;
      const isApart = chains.every(({ items }) => {
        const start = items[0]?.line ?? 0;
        const end = items.at(-1)?.line ?? 0;
        return last < start || first > end;
      });
      if (isApart) chains.push(chain);
    }
    return chains.sort((a, b) => (a.items[0]?.line ?? 0) - (b.items[0]?.line ?? 0));
  }

  private scope(scope: Scope): ScopeParts {
    const { from, to } = scope;
    this.lastOrders = new Map();
    const articles = this.candidates('article', from, to);
    const chain = bestChain(articles, { restartCost: 0.6 });
    const hasArticles = chain !== null && chain.score >= 0.9;
    const lastArticle = hasArticles ? (chain.items.at(-1)?.line ?? from) : from;
    const closing = closingStart(this.lines, Math.min(lastArticle + 1, to), to);
    if (hasArticles) this.accept(chain, 'article');
    const inBody = new Set(hasArticles ? chain.items.map(({ line }) => line) : []);
    const first = this.bodyStart(from, closing, inBody);
    this.words(first, closing, WORD_FORMS, inBody);
    this.dashes(first, closing);
    this.quotations(first, closing);
    return { ...scope, body: first, closing };
  }

  /** The opening ends at the first unit, or where its lines stop looking like one. */
  private bodyStart(from: number, to: number, articles: ReadonlySet<number>): number {
    let firstUnit = to;
    for (let at = from; at < to; at++) {
      const form = this.signs[at]?.label.form;
      const isWord = form !== undefined && (WORD_FORMS as readonly string[]).includes(form);
      if (
        articles.has(at) ||
        (isWord && form !== 'article' && !this.signs[at]?.isQuoted && this.looksLikeTitle(at))
      ) {
        firstUnit = at;
        break;
      }
    }
    return from + openingLength(this.lines.slice(from, firstUnit));
  }

  /** Parts, chapters, sections: each level over what the level above left open. */
  private words(
    from: number,
    to: number,
    forms: readonly WordForm[],
    articles: ReadonlySet<number>,
  ): void {
    const [form, ...inner] = forms;
    if (form === undefined) {
      this.list(from, to, SIGN_FORMS, this.unitBefore(from));
      return;
    }
    const items =
      form === 'article' ? this.articleLines(from, to, articles) : this.headings(form, from, to);
    if (items.length === 0) {
      this.words(from, to, inner, articles);
      return;
    }
    if (form !== 'article') this.words(from, items[0] ?? from, inner, articles);
    for (const [index, line] of items.entries()) {
      const start = this.titled(line, items[index + 1] ?? to);
      this.words(start, items[index + 1] ?? to, inner, articles);
    }
  }

  /** The unit with a word before its number whose title ends just above a line. */
  private unitBefore(line: number): { label: PrintedLabel; line: number } | null {
    let at = line - 1;
    while (this.roles[at]?.kind === 'title') at--;
    const role = this.roles[at];
    return role?.kind === 'unit' ? { label: role.label, line: at } : null;
  }

  private articleLines(from: number, to: number, articles: ReadonlySet<number>): number[] {
    return [...articles].filter((line) => line >= from && line < to).sort((a, b) => a - b);
  }

  private headings(form: WordForm, from: number, to: number): number[] {
    const candidates = this.candidates(form, from, to).filter(
      ({ line }) => this.roles[line]?.kind === 'text',
    );
    const { chain } = this.continuedChain(form, candidates, {});
    if (!chain || chain.score < 0.9) return [];
    this.accept(chain, form);
    return chain.items.map(({ line }) => line);
  }

  /** Chapters may be counted anew in each part, or run through all of them: what fits better. */
  private continuedChain(
    form: LabelForm,
    candidates: readonly Found[],
    options: ChainOptions,
  ): { chain: Chain<Found> | null; start: number } {
    const anew = bestChain(candidates, options);
    const start = (this.lastOrders.get(form) ?? 0) + 1;
    const continued = start > 1 ? bestChain(candidates, { ...options, start }) : null;
    return continued && continued.score > (anew?.score ?? 0)
      ? { chain: continued, start }
      : { chain: anew, start: 1 };
  }

  /** Take the lines of a title; returns the line after them. */
  private titled(line: number, to: number): number {
    const role = this.roles[line];
    if (role?.kind !== 'unit') return line + 1;
    const isArticle = role.label.form === 'article';
    const rest = this.restOf(line, role.length);
    if (isArticle) role.isTitled = rest !== '' && this.isTitle(line, role.length, rest);
    else role.isTitled = true;
    if (isArticle && (rest !== '' || !this.isLoneTitle(line + 1, to))) return line + 1;
    let next = line + 1;
    const limit = isArticle ? line + 2 : line + 5;
    while (next < Math.min(to, limit) && this.continuesTitle(line, next, rest !== '')) {
      this.roles[next] = { kind: 'title' };
      role.isTitled = true;
      next++;
      if (isArticle) break;
    }
    return next;
  }

  private restOf(line: number, length: number): string {
    return (this.lines[line]?.text ?? '').slice(length).replace(/\n/g, ' ').trim();
  }

  /** Whether what follows "Điều 5." is a title and not a sentence of the article. */
  private isTitle(line: number, length: number, rest: string): boolean {
    const source = this.lines[line];
    if (!source || rest.length > 400) return false;
    let at = 0;
    let bold = 0;
    for (const span of source.spans) {
      const start = Math.max(at, length);
      at += span.text.length;
      if (span.bold && at > start) bold += span.text.slice(-(at - start)).replace(/\s/g, '').length;
    }
    const letters = rest.replace(/\s/g, '').length;
    if (bold >= letters * 0.8) return !/[:;]$/.test(rest);
    if (bold > 0 && bold < letters * 0.3) return false;
    return rest.length <= 200 && !/[.:;,]$/.test(rest);
  }

  /** `Điều 5.` alone, its title in bold on the next line. */
  private isLoneTitle(line: number, to: number): boolean {
    const next = this.lines[line];
    return (
      line < to &&
      next !== undefined &&
      !next.table &&
      next.isBold &&
      next.text.length < 200 &&
      !/[.:;]$/.test(next.text) &&
      !this.signs[line]
    );
  }

  private continuesTitle(unit: number, line: number, hasTitle: boolean): boolean {
    const next = this.lines[line];
    const first = this.lines[unit];
    if (
      !next ||
      !first ||
      next.table ||
      this.roles[line]?.kind !== 'text' ||
      next.text.length > 300
    )
      return false;
    const sign = this.signs[line];
    if (sign && !isDash(sign.label.form)) return false;
    // `Mục l`, with a letter for the figure: no unit, and no title either.
    if (/^(?:Phần|Chương|Mục|Tiểu mục|Điều)\s.{0,4}$/i.test(next.text)) return false;
    if (next.isCaps) return true;
    if (/[.:;]$/.test(next.text)) return false;
    const sameLook = next.align === 'center' && (first.align === 'center' || next.isBold);
    if (!hasTitle && line === unit + 1) return sameLook || (next.isBold && first.isBold);
    return sameLook && next.isBold && first.isBold;
  }

  private looksLikeTitle(line: number): boolean {
    const source = this.lines[line];
    const sign = this.signs[line];
    if (!source || !sign) return false;
    const rest = this.restOf(line, sign.length);
    return (
      source.isBold ||
      source.isCaps ||
      source.align === 'center' ||
      rest === '' ||
      /^\p{Lu}/u.test(rest)
    );
  }

  /**
   * Lists inside a range: the form whose list begins first is the outermost; inside each of its
   * units the same again with the other forms.
   */
  private list(
    from: number,
    to: number,
    forms: readonly LabelForm[],
    parent: { label: PrintedLabel; line: number } | null,
  ): void {
    if (to - from < 1 || forms.length === 0) return;
    const found = forms
      .flatMap((form) => this.chainOf(form, from, to, parent))
      .sort((a, b) => (a.chain.items[0]?.line ?? 0) - (b.chain.items[0]?.line ?? 0));
    const outer = found[0];
    if (!outer) return;
    const { form, chain } = outer;
    this.accept(chain, form);
    if (
      form === 'letter' &&
      chain.items.some(({ sign }, index) => this.skipsDd(sign, chain.items[index - 1]?.sign))
    )
      this.withoutDd.push(chain.items[0]?.line ?? from);
    // `1.1.1.` stands inside `1.1.`: a list of decimals holds lists of deeper ones.
    const inner = forms.filter(
      (other) =>
        (other !== form || form === 'decimal2') && !(form === 'letter' && other === 'letter-dot'),
    );
    for (const [index, { line, sign }] of chain.items.entries()) {
      const end = chain.items[index + 1]?.line ?? to;
      this.list(line + 1, end, inner, { label: sign.label, line });
    }
  }

  private skipsDd(sign: Sign, before: Sign | undefined): boolean {
    return sign.label.number === 'e' && before?.label.number === 'd';
  }

  private chainOf(
    form: LabelForm,
    from: number,
    to: number,
    parent: { label: PrintedLabel; line: number } | null,
  ): { form: LabelForm; chain: Chain<Found> }[] {
    if (form === 'decimal2') {
      const chain = bestChain(this.decimals(from, to, parent), SIGNS);
      return chain && this.isList(chain, from, 1) ? [{ form, chain }] : [];
    }
    const signed = this.candidates(form, from, to);
    let candidates = this.withBare(form, signed, from, to);
    for (let round = 0; ; round++) {
      const { chain, start } = this.chainAmong(form, candidates, parent);
      const doubtful = new Set(
        chain?.items
          .filter((_, index) => !this.isCertain(chain, index, candidates, from, to))
          .map(({ sign }) => sign.label.number),
      );
      if (doubtful.size === 0)
        return chain && this.isList(chain, from, start) ? [{ form, chain }] : [];
      candidates =
        round < MOST_BARE_ROUNDS
          ? candidates.filter(({ isBare, sign }) => !isBare || !doubtful.has(sign.label.number))
          : signed;
    }
  }

  private chainAmong(
    form: LabelForm,
    candidates: readonly Found[],
    parent: { label: PrintedLabel; line: number } | null,
  ): { chain: Chain<Found> | null; start: number } {
    if (form.startsWith('letter')) return { chain: bestLetters(candidates), start: 1 };
    return runsThrough(form, parent)
      ? this.continuedChain(form, candidates, SIGNS)
      : { chain: bestChain(candidates, SIGNS), start: 1 };
  }

  /** Candidates and, between them, lines whose number may have lost its sign. */
  private withBare(form: LabelForm, signed: Found[], from: number, to: number): Found[] {
    if ((form !== 'arabic' && form !== 'letter') || signed.length === 0) return signed;
    const bare: Found[] = [];
    for (let at = from; at < to; at++) {
      const line = this.lines[at];
      if (!line || line.table || this.signs[at] || this.quoted[at] || this.contents[at]) continue;
      const sign = this.roles[at]?.kind === 'text' ? findBareSign(line.text) : null;
      if (sign?.label.form !== form || !this.endsAbove(at)) continue;
      const found = this.candidate(at, sign);
      bare.push({ ...found, score: found.score - BARE_COST, isBare: true });
    }
    return bare.length === 0 ? signed : [...signed, ...bare].sort((a, b) => a.line - b.line);
  }

  /** Whether the line above is a heading, or its sentence ends there. */
  private endsAbove(line: number): boolean {
    const above = line > 0 ? this.roles[line - 1] : undefined;
    const isUnitName = above?.kind === 'unit' && above.label.form === 'article';
    return (
      isUnitName ||
      this.isHeading(line - 1) ||
      /[.;:!?…)”"]$/u.test(this.lines[line - 1]?.text ?? '')
    );
  }

  /**
   * A number without its sign is certain where it alone can be what its list lacks: the number
   * before it and the one after it are there, or its own list of points begins below it.
   */
  private isCertain(
    { items }: Chain<Found>,
    index: number,
    candidates: readonly Found[],
    from: number,
    to: number,
  ): boolean {
    const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
    if (!item?.isBare) return true;
    const first = before ? before.line + 1 : from;
    const end = after?.line ?? to;
    const isOnly = candidates.every(
      ({ isBare, line, sign }) =>
        !isBare ||
        line === item.line ||
        line < first ||
        line >= end ||
        sign.label.number !== item.sign.label.number,
    );
    const follows = before
      ? !before.isBare && before.order === item.order - 1
      : item.order === 1 && item.line === from;
    if (!isOnly || !follows) return false;
    if (after) return !after.isBare && after.order === item.order + 1 && after.suffix === 0;
    const below = item.line + 1 < to ? this.signs[item.line + 1]?.label : undefined;
    return (
      item.sign.label.form === 'arabic' &&
      below?.form === 'letter' &&
      below.number === 'a' &&
      (this.lines[item.line]?.text ?? '').endsWith(':')
    );
  }

  /** `1.1.` below `1.`; or a list of its own where one number goes through. */
  private decimals(
    from: number,
    to: number,
    parent: { label: PrintedLabel; line: number } | null,
  ): Found[] {
    const found: Found[] = [];
    const prefixes = new Map<string, number>();
    const outer = parent?.label.form.startsWith('decimal') ? depthOf(parent.label.number) : 0;
    let depth = Infinity;
    for (let at = from; at < to; at++) {
      const number = this.freeSign(at)?.label;
      if (!number?.form.startsWith('decimal') || depthOf(number.number) <= outer) continue;
      const prefix = prefixOf(number.number);
      const parts = prefix.split('.').length;
      // The outermost numbers make the list; deeper ones are found inside it.
      if (parts < depth) prefixes.clear();
      depth = Math.min(depth, parts);
      if (parts > depth) continue;
      prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
    }
    if (prefixes.size === 0) return found;
    const own = parent?.label.number ?? '';
    const [most] = [...prefixes].sort((a, b) => b[1] - a[1])[0] ?? [''];
    const prefix = prefixes.has(own) ? own : most;
    for (let at = from; at < to; at++) {
      const sign = this.freeSign(at);
      if (sign?.label.form.startsWith('decimal') && prefixOf(sign.label.number) === prefix)
        found.push(this.candidate(at, sign));
    }
    return found;
  }

  /** One unit is a list only where it cannot be anything else. */
  private isList(chain: Chain<Found>, from: number, start: number): boolean {
    if (chain.score < 0.9) return false;
    const [first, second] = chain.items;
    if (!first) return false;
    if (second) return first.order <= start + 1 || chain.items.length >= 3;
    if (first.order !== start || first.score < 1) return false;
    return first.line === from || (this.lines[first.line - 1]?.text ?? '').endsWith(':');
  }

  private candidates(form: LabelForm, from: number, to: number): Found[] {
    const found: Found[] = [];
    for (let at = from; at < to; at++) {
      const sign = this.freeSign(at);
      if (!sign) continue;
      const isRoman =
        form === 'capital' && sign.label.form === 'roman' && /^[IVX]$/.test(sign.label.number);
      if (sign.label.form === form) found.push(this.candidate(at, sign));
      else if (isRoman) found.push(...this.asCapital(at, sign));
      else if (form === 'small-roman') found.push(...this.asSmallRoman(at, sign));
    }
    return found;
  }

  /** `I.` and `V.` may be letters of a list A. B. C.; the chain decides. */
  private asCapital(at: number, sign: Sign): Found[] {
    const order = letterOrder(sign.label.number.toLowerCase(), false);
    if (order < 0) return [];
    const label: PrintedLabel = { ...sign.label, form: 'capital', kind: 'part' };
    return [{ ...this.candidate(at, { ...sign, label, order, suffix: 0 }), score: 0.6 }];
  }

  /** `i)` is a letter and a Roman number. */
  private asSmallRoman(at: number, sign: Sign): Found[] {
    const { form, number } = sign.label;
    const order = { i: 1, v: 5, x: 10 }[number];
    if (order === undefined || (form !== 'letter' && form !== 'letter-dot')) return [];
    return [this.candidate(at, { ...sign, order, suffix: 0 })];
  }

  private freeSign(line: number): Sign | null {
    return this.roles[line]?.kind === 'text' ? (this.signs[line] ?? null) : null;
  }

  private candidate(line: number, sign: Sign): Found {
    return { line, order: sign.order, suffix: sign.suffix, score: this.score(line, sign), sign };
  }

  private score(line: number, sign: Sign): number {
    const source = this.lines[line];
    if (!source) return 0;
    const { label } = sign;
    let score = 1;
    if (this.quoted[line]) score -= 1.05;
    if (sign.isQuoted) score -= 2;
    const rest = source.text.slice(sign.length).replace(/\n/g, ' ');
    const before = this.lines[line - 1]?.text ?? '';
    if ((WORD_FORMS as readonly string[]).includes(label.form)) {
      if (source.isBold || source.align === 'center') score += 0.1;
      if (/[.:]$/.test(label.printed)) score += 0.1;
      else if (isReference(rest)) score -= 1.5;
      if (label.form !== 'article' && /^[^\p{L}]*\p{Ll}/u.test(rest)) score -= 1;
      if (isBrokenReference(before) && !this.isHeading(line - 1)) score -= 1;
    } else if (goesOnFrom(before, rest) && !this.isHeading(line - 1)) score -= 1.2;
    return score;
  }

  /** A heading ends where it ends, whatever its last word: "Điều 17. Lưu trữ thông tin số". */
  private isHeading(line: number): boolean {
    const role = this.roles[line];
    return role?.kind === 'title' || (role?.kind === 'unit' && role.isTitled);
  }

  private accept(chain: Chain<Found>, form: LabelForm): void {
    for (const { line, sign } of chain.items)
      this.roles[line] = { kind: 'unit', label: sign.label, length: sign.length, isTitled: false };
    const shortTitles = form === 'roman' || form === 'capital';
    if (shortTitles) for (const { line } of chain.items) this.titleOfRoman(line);
    const found = new Map(chain.items.map((item) => [item.line, item]));
    for (const { line, before, after } of chain.gaps)
      this.gaps.push({
        line,
        form,
        before,
        after,
        printed: printGap(found.get(line), before, after),
      });
    for (const { line, isBare } of chain.items) if (isBare) this.bare.push(line);
    const last = chain.items.at(-1);
    if (last) this.lastOrders.set(form, last.order);
  }

  /** `I. TÌNH HÌNH` is a title, `I. Các cơ quan phải …;` is text. */
  private titleOfRoman(line: number): void {
    const role = this.roles[line];
    const source = this.lines[line];
    if (role?.kind !== 'unit' || !source) return;
    const rest = this.restOf(line, role.length);
    role.isTitled =
      rest !== '' && rest.length <= 250 && (source.isBold || isUpper(rest)) && !/[.;,]$/.test(rest);
  }

  /** Dashes are units wherever they stand: they carry law in Party documents. */
  private dashes(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const sign = this.freeSign(at);
      if (sign && isDash(sign.label.form) && !sign.isQuoted && !this.quoted[at])
        this.roles[at] = { kind: 'unit', label: sign.label, length: sign.length, isTitled: false };
    }
  }

  /** What is quoted as a whole, up to the next unit. */
  private quotations(from: number, to: number): void {
    let isOpen = true;
    for (let at = from; at < to; at++) {
      const kind = this.roles[at]?.kind;
      if (!this.quoted[at]) isOpen = true;
      else if (kind !== 'text') isOpen = false;
      else if (isOpen || /^["“]/.test(this.lines[at]?.text ?? '')) {
        isOpen = true;
        if (!this.lines[at]?.table) this.roles[at] = { kind: 'quote' };
      }
    }
  }

  private leftovers(scopes: readonly ScopeParts[]): number[] {
    const lines: number[] = [];
    for (const { body, closing } of scopes)
      for (let at = body; at < closing; at++) {
        const sign = this.freeSign(at);
        if (sign && !isDash(sign.label.form)) lines.push(at);
      }
    return lines;
  }
}

/** Numbers below `I.` or a chapter may run on from the one before it; khoản never do. */
function runsThrough(form: LabelForm, parent: { label: PrintedLabel } | null): boolean {
  if (form !== 'arabic' && form !== 'roman') return false;
  const outer: LabelForm | undefined = parent?.label.form;
  return outer !== undefined && ['part', 'chapter', 'section', 'roman', 'capital'].includes(outer);
}

/** Letters in the order of law, or in the order of Word's own lists, whichever fits better. */
function bestLetters(candidates: readonly Found[]): Chain<Found> | null {
  const law = bestChain(candidates, LETTER_SIGNS);
  const word = bestChain(
    candidates.map((candidate) => {
      const order = letterOrder(candidate.sign.label.number.charAt(0), true);
      return { ...candidate, order: order < 0 ? candidate.order : order, isAscii: true };
    }),
    LETTER_SIGNS,
  );
  return word && (!law || word.score > law.score) ? word : law;
}

function depthOf(number: string): number {
  return number.split('.').length;
}

/** Numbers around a gap, written as those of its list are. */
function printGap(
  found: Found | undefined,
  before: number,
  after: number,
): StructureGap['printed'] {
  const label = found?.sign.label;
  const isAscii = found?.isAscii ?? false;
  const print = (order: number): string =>
    label ? formatOrder(label.form, label.number, order, isAscii) : String(order);
  return {
    before: before === 0 ? null : print(before),
    from: print(before + 1),
    to: print(after - 1),
    after: print(after),
  };
}

function prefixOf(number: string): string {
  return number.split('.').slice(0, -1).join('.');
}

function isUpper(text: string): boolean {
  return text === text.toLocaleUpperCase('vi') && /\p{L}/u.test(text);
}

/** `Điều 65 của Luật …`, `Điều 6, khoản 2 …`: a reference, not a heading. */
function isReference(rest: string): boolean {
  return /^\s*(?:[,;)]|\p{Ll})/u.test(rest);
}

/** A line that ends in the middle of a reference: "… theo quy định tại khoản". */
function isBrokenReference(before: string): boolean {
  return /(?:\btại|\btheo|(?<!tài )khoản|(?<!\p{L} )điểm|Điều|của|và|hoặc|các|(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định|văn bản) số)\s*$/iu.test(
    before,
  );
}

/** Whether a number goes on with the sentence above it: "… tại các khoản 1," and "2. và 3 Điều này". */
function goesOnFrom(before: string, rest: string): boolean {
  if (/[;,]\s*(?:và|hoặc)$/u.test(before)) return false;
  const isOpen =
    isBrokenReference(before) ||
    /(?:khoản|điểm|mục|số)$|(?:khoản|điểm|Điều) [^.;:]{0,60},$/iu.test(before);
  return isOpen && /^\s*(?:$|[,;)]|\p{Ll}|Điều\s)/u.test(rest);
}
