import type { ContentFile, Library } from '../lib/library/types.ts';
import { parseFrontMatter } from '../lib/library/front-matter.ts';
import { parseBody } from '../lib/provision/parse-body.ts';
import { parseSymbol } from '../lib/document/symbol.ts';
import { DOCUMENT_TYPES, DOCUMENT_TYPE_SLUGS } from '../lib/document/types.ts';
import type { DocumentType } from '../lib/document/types.ts';
import { findTextChanges, parseProvenance } from '../lib/fidelity/provenance.ts';
import type { Provenance, TextChange } from '../lib/fidelity/provenance.ts';
import { PROFILE } from '../lib/fidelity/streams.ts';
import type { Finding, SourceDocument } from '../lib/structure/source.ts';
import { formatLock, LOCK_FILE } from '../lib/anchors/lock.ts';
import { documentText } from '../lib/provision/text.ts';
import type { ProvisionTree } from '../lib/provision/types.ts';
import { slugify } from '../lib/text/fold.ts';
import { validate } from '../lib/validation/validate.ts';
import type { Problem } from '../lib/validation/problem.ts';
import { buildDocument } from './build-document.ts';
import type { BuiltDocument } from './build-document.ts';
import { syllableShare } from '../lib/text/syllable.ts';
import { sourceText } from './fonts/decode.ts';
import type { LegacyEncoding } from './fonts/decode.ts';
import { formatFrontMatter, setFields } from './front-matter.ts';
import { Refusal } from './import-error.ts';
import { findMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import { placeGists } from './place-gists.ts';
import type { PlacedGists } from './place-gists.ts';
import { anchorEffect, decideAnchors, readDecisions } from './published-anchors.ts';
import type { AnchorEffect, AnchorOptions } from './published-anchors.ts';
import { compareRecord, findTarget, termOf } from './record.ts';
import type { RecordDifference, Target } from './record.ts';
import { bodyDigest, formatSidecar } from './sidecar.ts';

/** What the clerk says on the command line. */
export interface ImportOptions extends AnchorOptions {
  draft?: boolean;
  symbol?: string | undefined;
  date?: string | undefined;
  type?: string | undefined;
  title?: string | undefined;
  issuer?: string | undefined;
  slug?: string | undefined;
  /** Number of articles that the clerk expects. */
  articles?: number | undefined;
  encoding?: LegacyEncoding | 'unicode' | undefined;
  /** Id or class of the part of a web page that holds the document. */
  selector?: string | undefined;
  /** Ids of findings that the clerk accepts; `tracked-changes` stands for both kinds. */
  allow?: readonly string[];
  replace?: boolean;
}

/** The corpus that a document is imported into. */
export interface Corpus {
  library: Library;
  files: readonly ContentFile[];
  /** Sidecar of a document by its path; null when there is none. */
  readSidecar: (path: string) => string | null;
}

/** Original file: its name, without folder, and the digest of its bytes. */
export interface Original {
  name: string;
  sha256: string;
}

/** A reason, as an id of the string table and the values of its slots. */
export interface Reason {
  id: string;
  values: Record<string, string>;
}

export interface ImportResult {
  status: 'written' | 'unchanged' | 'kept' | 'refused';
  /** Why nothing is written. */
  reasons: Reason[];
  built: BuiltDocument;
  metadata: Metadata;
  target: Target | null;
  differences: RecordDifference[];
  findings: Finding[];
  /** Files to write, by path below the content folder. */
  files: Map<string, string>;
  unexplained: number;
  /** What was changed by hand since the last import. */
  handEdits: TextChange[];
  /** What the original says otherwise than at the last import. */
  changes: TextChange[];
  /** An issuer that had no record. */
  newIssuer: { slug: string; name: string } | null;
  /** Gists of the record beside the new text. */
  gists: PlacedGists;
  /** What becomes of the ids that the record has published; null when it has published none. */
  anchors: AnchorEffect | null;
}

/**
 * Import one document that has been read: structure, proof, record, files to write.
 *
 * Pure but for `corpus.readSidecar`; the same input gives the same bytes.
 */
export function importDocument(
  source: SourceDocument,
  original: Original,
  corpus: Corpus,
  options: ImportOptions,
): ImportResult {
  const built = buildDocument(source, options.encoding);
  const metadata = readMetadata(built, corpus.library, options);
  const findings = collectFindings(built);
  const reasons = [...findRefusals(built, findings, options)];
  const base: ImportResult = {
    status: 'refused',
    reasons,
    built,
    metadata,
    target: null,
    differences: [],
    findings,
    files: new Map(),
    unexplained: unexplainedOf(built, findings, options),
    handEdits: [],
    changes: [],
    newIssuer: null,
    gists: { file: '', placed: 0, kept: [] },
    anchors: null,
  };
  try {
    const target = findTarget(metadata, corpus.library, options.slug);
    base.target = target;
    if (!target.record) fillUnknown(metadata, corpus.library);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reasons.push({ id: `refusal.${error.id}`, values: error.values });
  }
  if (reasons.length > 0 && !(options.draft === true && base.target && reasons.every(isSoft)))
    return base;
  return base.target ? writeFiles(base, base.target, original, corpus, options) : base;
}

/** Reasons that a draft may have. */
function isSoft({ id }: Reason): boolean {
  return [
    'refusal.unexplained',
    'refusal.blocked',
    'refusal.html-incomplete',
    'refusal.articles-count',
  ].includes(id);
}

function readMetadata(built: BuiltDocument, library: Library, options: ImportOptions): Metadata {
  const scope = built.structure.scopes[0];
  const empty: Metadata = {
    symbol: null,
    issuedDate: null,
    type: null,
    typeName: null,
    system: 'nha-nuoc',
    title: null,
    issuer: null,
    signer: null,
    recipients: [],
  };
  const found = scope ? findMetadata(built.lines, scope, library) : empty;
  const { symbol, date, type, title, issuer } = options;
  return {
    ...found,
    ...(symbol === undefined ? {} : { symbol: symbol.normalize('NFC') }),
    ...(date === undefined ? {} : { issuedDate: date }),
    ...(type === undefined ? {} : { type: type as DocumentType }),
    ...(title === undefined ? {} : { title: title.normalize('NFC') }),
    ...(issuer === undefined ? {} : { issuer: namedIssuer(issuer, library) }),
  };
}

/** An issuer by its slug or its name. */
function namedIssuer(text: string, library: Library): NonNullable<Metadata['issuer']> {
  const slug = slugify(text);
  const known = library.issuers.get(slug);
  return { slug, name: known?.data.name ?? text.normalize('NFC'), isKnown: known !== undefined };
}

/** What neither the original nor the clerk tells is recorded as not known, never guessed. */
function fillUnknown(metadata: Metadata, library: Library): void {
  const { type, symbol } = metadata;
  const name = type === null ? '' : DOCUMENT_TYPES[type].name;
  metadata.title ??= `${name} ${symbol ?? ''}`.trim();
  metadata.issuer ??= namedIssuer(UNKNOWN_ISSUER, library);
}

const UNKNOWN_ISSUER = 'Chưa rõ cơ quan ban hành';

function collectFindings({ raw, decoded }: BuiltDocument): Finding[] {
  const findings = [...raw.findings];
  if (decoded.guessed !== null)
    findings.push({
      id: 'guessed-encoding',
      severity: 'warning',
      count: 1,
      place: decoded.guessed,
    });
  const { words, share } = syllableShare(sourceText(decoded.source));
  if (raw.method !== 'ocr' && words >= FEWEST_WORDS && share < LEAST_SYLLABLES)
    findings.push({
      id: 'not-vietnamese',
      severity: 'blocker',
      count: Math.round(share * 100),
      place: raw.method,
    });
  return findings;
}

/**
 * Two readings of a broken text layer agree on the same rubbish. Real documents have a share of
 * syllables above 0.93, with all their names and tables of figures; broken ones below 0.6.
 */
const LEAST_SYLLABLES = 0.8;
const FEWEST_WORDS = 50;

function findRefusals(
  built: BuiltDocument,
  findings: readonly Finding[],
  options: ImportOptions,
): Reason[] {
  const reasons: Reason[] = [];
  const { proof, raw, structure, counts } = built;
  if (proof.chars === 0) reasons.push({ id: 'refusal.no-text', values: {} });
  for (const { id, count, place } of findings.filter((finding) => isBlocking(finding, options)))
    reasons.push({ id: 'refusal.blocked', values: { id, count: String(count), place } });
  const [first] = [...proof.witnessDifferences, ...proof.pageDifferences];
  if (first) {
    const { before, expected, found } = first;
    const values = { before, expected: expected.slice(0, 80), found: found.slice(0, 80) };
    reasons.push({
      id: 'refusal.unexplained',
      values: { count: String(proof.unexplained), ...values },
    });
  }
  const main = structure.scopes[0];
  const hasEnd = main !== undefined && main.closing < main.to;
  if (raw.method === 'html') reasons.push(...findHtmlGaps(built, hasEnd));
  const found = counts.article ?? 0;
  if (options.articles !== undefined && options.articles !== found)
    reasons.push({
      id: 'refusal.articles-count',
      values: { found: String(found), expected: String(options.articles) },
    });
  if (options.type !== undefined && !(DOCUMENT_TYPE_SLUGS as string[]).includes(options.type))
    reasons.push({
      id: 'refusal.type-unknown',
      values: { type: options.type, known: DOCUMENT_TYPE_SLUGS.join(', ') },
    });
  if (options.date !== undefined && !isDay(options.date))
    reasons.push({ id: 'refusal.date-invalid', values: { date: options.date } });
  return reasons;
}

/** Portals show the first articles and keep the rest for those who sign in. */
function findHtmlGaps({ lines, structure, written }: BuiltDocument, hasEnd: boolean): Reason[] {
  const refuse = (values: Record<string, string>): Reason[] => [
    { id: 'refusal.html-incomplete', values },
  ];
  if (!hasEnd) return refuse({ reason: 'no-end' });
  const teaser = lines.find(({ text }) => TEASER.test(text));
  if (teaser) return refuse({ reason: 'teaser', text: teaser.text.slice(0, 80) });
  const gap = structure.gaps.find(({ form }) => form === 'article');
  if (gap) {
    const reason = gap.before === 0 ? 'article-start' : 'article-gap';
    return refuse({ reason, before: String(gap.before), after: String(gap.after) });
  }
  const beyond = findReferenceBeyond(written.tree);
  return beyond ? refuse({ reason: 'reference-beyond', ...beyond }) : [];
}

/** "Điều 40 của Luật này", "Như Điều 40" in the list of recipients */
const OWN_REFERENCE =
  /(?:(?<!\p{L})Điều (\d{1,3})(?: của)? (?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Quy chế|Quy định|Điều lệ) này|^[-–+\s]*Như Điều (\d{1,3}))(?!\p{L}|\d)/gmu;
/** Amending acts quote units of other numberings, where "Luật này" is another one. */
const QUOTED_UNIT = /[“"]\s*(?:Điều|Chương|Mục|Phần|\d{1,3}[a-zđ]?\.|[a-zđ]\d?\))/u;

/** The first reference of a text to one of its own articles that comes after the last one it has. */
function findReferenceBeyond(tree: ProvisionTree): { text: string; last: string } | null {
  const numbers = [...tree.byId.values()].map(({ kind, printed }) =>
    kind === 'article' ? parseInt(printed?.number ?? '', 10) || 0 : 0,
  );
  const last = Math.max(0, ...numbers);
  const text = documentText(tree);
  if (last === 0 || QUOTED_UNIT.test(text)) return null;
  const beyond = [...text.matchAll(OWN_REFERENCE)].find(
    ([, inText, inList]) => Number(inText ?? inList) > last,
  );
  return beyond ? { text: beyond[0].replace(/^[-–+\s]+/, ''), last: String(last) } : null;
}

const TEASER =
  /^(?:.{0,40}(?:đăng nhập|đăng ký|nâng cấp|mua gói)[^.]{0,40} để (?:xem|đọc|tải)|xem (?:tiếp|thêm|đầy đủ|toàn văn)\b|nội dung (?:đang )?(?:được )?cập nhật|\[?(?:\.{3}|…)\]?$)/i;

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

function isBlocking({ id, severity }: Finding, { allow = [] }: ImportOptions): boolean {
  if (severity !== 'blocker') return false;
  return !allow.includes(id) && !(id.startsWith('tracked-') && allow.includes('tracked-changes'));
}

/** A draft with something that nobody looked at is never said to agree. */
function unexplainedOf(
  built: BuiltDocument,
  findings: readonly Finding[],
  options: ImportOptions,
): number {
  const blocked = findings.filter((finding) => isBlocking(finding, options));
  return built.proof.unexplained + blocked.reduce((sum, { count }) => sum + count, 0);
}

function writeFiles(
  base: ImportResult,
  target: Target,
  original: Original,
  corpus: Corpus,
  options: ImportOptions,
): ImportResult {
  const { metadata, unexplained } = base;
  const sidecarPath = target.path.replace(/\.mdx$/, '.provenance.json');
  const known = corpus.readSidecar(sidecarPath);
  const before = known === null ? null : parseProvenance(known);
  const old = corpus.files.find(({ path }) => path === target.path) ?? null;
  const oldFront = old && parseFrontMatter(old.text);
  const result: ImportResult = { ...base };
  if (target.record) result.differences = compareRecord(target.record, metadata);
  if (before && oldFront) compareWithLast(result, before, oldFront.body);
  const isEdited =
    before !== null && oldFront !== null && bodyDigest(oldFront.body) !== before.body;
  if (isEdited && options.replace !== true) {
    if (result.changes.length === 0 && before.sha256 === original.sha256)
      return { ...result, status: 'kept' };
    const values = { path: target.path, count: String(Math.max(1, result.handEdits.length)) };
    return { ...result, reasons: [{ id: 'refusal.hand-edited', values }] };
  }
  const isOutline = target.record?.data.text.state === 'outline' && oldFront !== null;
  const outline = isOutline && old ? old.text : (before?.outline ?? '');
  const text = completeText(result, target, original, old?.text ?? null);
  result.files.set(target.path, text);
  try {
    keepPublished(result, target, before, corpus, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...result, reasons: [{ id: `refusal.${error.id}`, values: error.values }] };
  }
  result.files.set(sidecarPath, formatSidecar(result, original, outline, options));
  if (!target.record && metadata.issuer && !metadata.issuer.isKnown) {
    result.newIssuer = { slug: metadata.issuer.slug, name: metadata.issuer.name };
    result.files.set(`co-quan/${metadata.issuer.slug}.mdx`, issuerFile(metadata));
  }
  const problems = newProblems(result.files, corpus);
  if (problems.length > 0 && options.draft !== true)
    return { ...result, reasons: problems.slice(0, MOST_PROBLEMS).map(invalidReason) };
  const isSame = [...result.files].every(
    ([path, content]) => contentOf(path, sidecarPath, known, corpus) === content,
  );
  return {
    ...result,
    status: isSame ? 'unchanged' : 'written',
    reasons: unexplained > 0 ? base.reasons : [],
  };
}

/** Problems of a result that are told one by one. */
const MOST_PROBLEMS = 20;

/** Published ids that the new text would lose have remedies of their own. */
function invalidReason(problem: Problem): Reason {
  const isAnchor = /^anchor-(?:lost|moved|reused|retired-reused|alias-dead)$/.test(problem.id);
  const id = isAnchor ? 'refusal.anchors' : 'refusal.result-invalid';
  return { id, values: { problem: JSON.stringify(problem) } };
}

/** Ids that were published, and the library's own words about the units that bear them. */
function keepPublished(
  result: ImportResult,
  { slug }: Target,
  before: Provenance | null,
  { library, files }: Corpus,
  options: ImportOptions,
): void {
  const { tree } = result.built.written;
  const decided = decideAnchors(library.anchorLock, slug, tree, options);
  if (decided) result.files.set(LOCK_FILE, formatLock(decided));
  result.anchors = anchorEffect(decided ?? library.anchorLock, slug, tree);
  const old = library.bySlug.get(slug)?.tree ?? null;
  result.gists = placeGists(old, before?.gists ?? [], tree, readDecisions(options));
  const path = `tom-luoc/${slug}.mdx`;
  if (result.gists.file !== '' || files.some((file) => file.path === path))
    result.files.set(path, result.gists.file);
}

function contentOf(
  path: string,
  sidecarPath: string,
  sidecar: string | null,
  corpus: Corpus,
): string | null {
  if (path === sidecarPath) return sidecar;
  return corpus.files.find((file) => file.path === path)?.text ?? null;
}

/** What changed since the last import: by hand in the body, and in the original. */
function compareWithLast(result: ImportResult, before: Provenance, body: string): void {
  result.handEdits = findTextChanges(parseBody(body).tree, before.provisions);
  result.changes = findTextChanges(result.built.written.tree, before.provisions);
}

function completeText(
  { built, metadata, unexplained }: ImportResult,
  target: Target,
  original: Original,
  old: string | null,
): string {
  const { written, proof, raw } = built;
  const imported = {
    text: {
      state: raw.method === 'ocr' ? 'ocr-unchecked' : 'full',
      structure: structureOf(built),
      complete: raw.method !== 'ocr' && unexplained === 0,
      note: target.record?.data.text.note,
    },
    scale: written.scale,
    source: { file: original.name, sha256: original.sha256, method: raw.method },
    fidelity: {
      profile: PROFILE,
      chars: proof.chars,
      sha256: proof.streams.page,
      unexplained,
      ...checksOf(target, proof.streams.page),
    },
  };
  const front = old === null ? null : /^\uFEFF?---[ \t]*\r?\n([^]*?)^---[ \t]*$/m.exec(old)?.[1];
  if (target.record && front != null) {
    const yaml = setFields(front, { ...completed(target, metadata), ...imported });
    return `---\n${yaml}---\n\n${written.body}`;
  }
  return `${formatFrontMatter({ ...newRecord(metadata, original), ...imported })}\n${written.body}`;
}

/** What a person compared with the original holds as long as the text is the same. */
function checksOf(
  { record }: Target,
  stream: string,
): { checkedBy: string; checked?: string[] | undefined } {
  const last = record?.data.fidelity;
  if (last?.sha256 !== stream) return { checkedBy: '' };
  const { checkedBy, checked } = last;
  return { checkedBy, checked: checked.length > 0 ? checked : undefined };
}

/** Facts that the record lacks and the original tells. */
function completed({ record }: Target, metadata: Metadata): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (!record) return fields;
  const { data } = record;
  if (data.symbol === null && metadata.symbol !== null) fields.symbol = metadata.symbol;
  if (data.issuedDate === null && metadata.issuedDate !== null)
    fields.issuedDate = metadata.issuedDate;
  if (data.signer === null && metadata.signer) fields.signer = metadata.signer;
  return fields;
}

function newRecord(metadata: Metadata, original: Original): Record<string, unknown> {
  const { symbol, type, typeName, system, title, issuer, issuedDate, signer } = metadata;
  const seen = [
    'symbol',
    'type',
    'title',
    'issuer',
    'issuedDate',
    ...(signer ? ['signer'] : []),
    'text',
  ];
  return {
    symbol,
    type,
    typeName: typeName ?? undefined,
    system,
    title,
    issuer: issuer?.slug,
    term: termOf(symbol),
    issuedDate,
    signer: signer ?? undefined,
    status: { value: 'unknown' },
    topics: [],
    tier: 3,
    confidence: 'medium',
    sources: [
      { id: 's1', url: original.name, title: 'Tệp gốc do người dùng nhập', seen, linkable: false },
    ],
  };
}

function issuerFile({ issuer, system, symbol }: Metadata): string {
  const code = parseSymbol(symbol ?? '')?.bodyCode;
  const codes =
    code === undefined || system !== 'nha-nuoc' || /^UBND|^HĐND/.test(code) ? [] : [code];
  return formatFrontMatter({
    name: issuer?.name,
    codes: codes.length > 0 ? codes : undefined,
    system,
  });
}

/** "6 chương, 91 điều": the outer units of the document itself. */
function structureOf({ counts }: BuiltDocument): string | undefined {
  const named = [
    ['part', 'phần'],
    ['chapter', 'chương'],
    ['section', 'mục'],
    ['article', 'điều'],
  ] as const;
  const parts = named.flatMap(([kind, name]) => {
    const count = counts[kind] ?? 0;
    return count > 0 && kind !== 'section' ? [`${count} ${name}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Errors that the corpus has with the new files and had not before. */
function newProblems(files: ReadonlyMap<string, string>, corpus: Corpus): Problem[] {
  const kept = corpus.files.filter(({ path }) => !files.has(path));
  const added = [...files]
    .filter(([path]) => path.endsWith('.mdx') || path === LOCK_FILE)
    .map(([path, text]) => ({ path, text }));
  const errors = (all: readonly ContentFile[]): Problem[] =>
    validate(all).problems.filter(({ severity }) => severity === 'error');
  const key = ({ id, path, values }: Problem): string => `${id} ${path} ${JSON.stringify(values)}`;
  const before = new Set(errors(corpus.files).map(key));
  return errors([...kept, ...added]).filter((problem) => !before.has(key(problem)));
}
