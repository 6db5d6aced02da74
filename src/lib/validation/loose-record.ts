/**
 * A document's front matter as far as it can be read, whether or not it meets the schema: one bad
 * field must not hide what is wrong with the others. A field of the wrong kind reads as absent.
 */
export interface LooseRecord {
  /** null when the record says that the number is not known. */
  symbol: string | null | undefined;
  type: string | undefined;
  system: string | undefined;
  title: string | undefined;
  shortTitle: string | undefined;
  aliases: (string | undefined)[];
  issuers: (string | undefined)[];
  /** Path of an issuer in the front matter: a lone issuer is written without a list. */
  issuerPath: (index: number) => PropertyKey[];
  term: string | undefined;
  issuedDate: string | undefined;
  issuedYear: number | undefined;
  announcedDate: string | undefined;
  effectiveFrom: string | undefined;
  effectiveTo: string | undefined;
  status: LooseStatus;
  relations: LooseRelation[];
  topics: (string | undefined)[];
  namesake: boolean;
  sources: LooseSource[];
  verification: Record<string, unknown>;
  openQuestions: (string | undefined)[];
  text: { state: string; note: string | undefined; complete: boolean };
  unplaced: {
    label: string | undefined;
    gist: string | undefined;
    sources: (string | undefined)[];
  }[];
  hasOrigin: boolean;
  hasFidelity: boolean;
  /** SHA-256 of the imported text, in the form that the importer writes. */
  fidelityDigest: string | undefined;
  /** Who compared a recognised text with its original, and which of its units. */
  checkedBy: string | undefined;
  checked: (string | undefined)[];
}

export interface LooseStatus {
  value: string | undefined;
  note: string | undefined;
  basis: string | undefined;
  evidence: (string | undefined)[];
  checkedOn: string | undefined;
}

export interface LooseRelation {
  kind: string | undefined;
  target: string | undefined;
  unrecorded: string | undefined;
  note: string | undefined;
  source: string | undefined;
  affects: { unit: string | undefined; by: string | undefined }[];
}

export interface LooseSource {
  id: string | undefined;
  url: string | undefined;
  seen: (string | undefined)[];
  linkable: boolean;
}

/**
 * Read what can be read of a document's front matter.
 *
 * @param data Whatever the YAML held.
 * @returns Every list with as many entries as were written, so that an index is a place. Never throws.
 */
export function readLooseRecord(data: unknown): LooseRecord {
  const record = toMap(data);
  return {
    symbol: record.symbol === null ? null : toText(record.symbol),
    type: toText(record.type),
    system: toText(record.system),
    title: toText(record.title),
    shortTitle: toText(record.shortTitle),
    aliases: toTexts(record.aliases),
    issuers: Array.isArray(record.issuer) ? toTexts(record.issuer) : [toText(record.issuer)],
    issuerPath: (index) => (Array.isArray(record.issuer) ? ['issuer', index] : ['issuer']),
    term: toText(record.term),
    issuedDate: toText(record.issuedDate),
    issuedYear: typeof record.issuedYear === 'number' ? record.issuedYear : undefined,
    announcedDate: toText(record.announcedDate),
    effectiveFrom: toText(record.effectiveFrom),
    effectiveTo: toText(record.effectiveTo),
    status: readStatus(toMap(record.status)),
    relations: toList(record.relations).map((entry) => readRelation(toMap(entry))),
    topics: toTexts(record.topics),
    namesake: record.namesake === true,
    sources: toList(record.sources).map((entry) => readSource(toMap(entry))),
    verification: toMap(record.verification),
    openQuestions: toTexts(record.openQuestions),
    text: readText(toMap(record.text)),
    unplaced: toList(record.unplaced).map((entry) => readUnplaced(toMap(entry))),
    hasOrigin: record.source !== undefined,
    hasFidelity: record.fidelity !== undefined,
    fidelityDigest: toDigest(toMap(record.fidelity).sha256),
    checkedBy: toText(toMap(record.fidelity).checkedBy),
    checked: toTexts(toMap(record.fidelity).checked),
  };
}

function toDigest(value: unknown): string | undefined {
  const text = toText(value);
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}

function readStatus(status: Record<string, unknown>): LooseStatus {
  return {
    value: toText(status.value),
    note: toText(status.note),
    basis: toText(status.basis),
    evidence: toTexts(status.evidence),
    checkedOn: toText(status.checkedOn),
  };
}

function readRelation(relation: Record<string, unknown>): LooseRelation {
  return {
    kind: toText(relation.kind),
    target: toText(relation.target),
    unrecorded: toText(relation.unrecorded),
    note: toText(relation.note),
    source: toText(relation.source),
    affects: toList(relation.affects).map((entry) => {
      const { unit, by } = toMap(entry);
      return { unit: toText(unit), by: toText(by) };
    }),
  };
}

function readSource(source: Record<string, unknown>): LooseSource {
  return {
    id: toText(source.id),
    url: toText(source.url),
    seen: toTexts(source.seen),
    linkable: source.linkable === true,
  };
}

function readText(text: Record<string, unknown>): LooseRecord['text'] {
  return {
    state: toText(text.state) ?? 'none',
    note: toText(text.note),
    complete: text.complete === true,
  };
}

function readUnplaced(unplaced: Record<string, unknown>): LooseRecord['unplaced'][number] {
  return {
    label: toText(unplaced.label),
    gist: toText(unplaced.gist),
    sources: toTexts(unplaced.sources),
  };
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function toTexts(value: unknown): (string | undefined)[] {
  return toList(value).map(toText);
}

function toMap(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
