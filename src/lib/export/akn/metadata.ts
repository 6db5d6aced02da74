import { fieldEvidence } from '../../document/evidence.ts';
import { documentName, typeName } from '../../document/naming.ts';
import type { DocumentData } from '../../document/schema.ts';
import type { RelationKind } from '../../document/types.ts';
import type { Library, LibraryDocument, ResolvedRelation } from '../../library/types.ts';
import { gistsOf, plainInline } from '../../provision/text.ts';
import type { Provision } from '../../provision/types.ts';
import { slugify } from '../../text/fold.ts';
import { aknKind, expressionIri, workIri } from '../iri.ts';
import { escapeXml, xmlBlock, xmlElement, xmlUri } from '../xml.ts';

/** Namespace of what the standard has no place for. */
export const OWN_NAMESPACE = 'urn:x-thu-vien-dan-van:1';

/** A document or a part of one with metadata of its own. */
export interface Component {
  /** Name in IRIs. @example 'main', 'kt', 'pl1' */
  name: string;
  /** Title; null when there is none. */
  title: string | null;
  /** Slug of its type. @example 'quyet-dinh', 'phu-luc' */
  subtype: string;
}

/** Who says what the metadata say: this library. */
const LIBRARY = '#thu-vien';
/** The standard demands a date. This one cannot be taken for a day on which anything happened. */
const NO_DATE = { date: '0001-01-01', name: 'unknown' };

/** Metadata of the document itself. */
export function writeMetadata(
  library: Library,
  document: LibraryDocument,
  eIds: ReadonlyMap<Provision, string>,
  notes: string,
): string {
  const { data } = document;
  const relations = library.relations.get(document.slug) ?? [];
  const component = { name: 'main', title: data.title, subtype: data.type };
  return xmlBlock('meta', {}, [
    writeIdentification(library, document, component),
    writeTopics(library, data),
    writeLifecycle(document, relations),
    writeAnalysis(relations),
    writePeriods(document, relations),
    writeReferences(library, document, relations),
    notes,
    writeOwn(document, eIds),
  ]);
}

/** Metadata of an attached instrument or annex, which is a document within the document. */
export function writeComponentMetadata(
  library: Library,
  document: LibraryDocument,
  component: Component,
  notes: string,
): string {
  return xmlBlock('meta', {}, [writeIdentification(library, document, component), notes]);
}

function writeIdentification(
  library: Library,
  document: LibraryDocument,
  component: Component,
): string {
  const { slug, data } = document;
  const work = workIri(library, document);
  const expression = expressionIri(work);
  const authors = data.issuer.map((issuer) => author(`#${organizationId(issuer)}`));
  const isMain = component.name === 'main';
  const value = (name: string, text: string | null) =>
    text === null ? '' : xmlElement(name, { value: text });
  const aliases = isMain ? [slug, ...data.aliases] : [];
  return xmlBlock('identification', { source: LIBRARY }, [
    xmlBlock('FRBRWork', {}, [
      value('FRBRthis', `${work}/!${component.name}`),
      value('FRBRuri', work),
      ...aliases.map((alias, index) =>
        xmlElement('FRBRalias', { value: alias, name: index === 0 ? 'slug' : 'alias' }),
      ),
      xmlElement('FRBRdate', workDate(data)),
      ...authors,
      value('FRBRcountry', 'vn'),
      value('FRBRsubtype', component.subtype),
      value('FRBRnumber', isMain ? data.symbol : null),
      value('FRBRname', component.title),
      ...(isMain ? [value('FRBRprescriptive', String(aknKind(document) === 'act'))] : []),
    ]),
    xmlBlock('FRBRExpression', {}, [
      value('FRBRthis', `${expression}/!${component.name}`),
      value('FRBRuri', expression),
      xmlElement('FRBRdate', workDate(data)),
      ...authors,
      value('FRBRauthoritative', 'false'),
      xmlElement('FRBRlanguage', { language: 'vie' }),
    ]),
    xmlBlock('FRBRManifestation', {}, [
      value('FRBRthis', `${expression}/!${component.name}.xml`),
      value('FRBRuri', `${expression}.akn`),
      xmlElement(
        'FRBRdate',
        data.status.checkedOn === undefined
          ? NO_DATE
          : { date: data.status.checkedOn, name: 'checked' },
      ),
      author(LIBRARY),
      value('FRBRformat', 'application/akn+xml'),
    ]),
  ]);
}

function author(href: string): string {
  return xmlElement('FRBRauthor', { href });
}

function workDate(data: DocumentData): { date: string; name: string } {
  if (data.issuedDate !== null) return { date: data.issuedDate, name: 'issued' };
  if (data.announcedDate !== undefined) return { date: data.announcedDate, name: 'announced' };
  return NO_DATE;
}

function writeTopics(library: Library, { topics }: DocumentData): string {
  if (topics.length === 0) return '';
  const keywords = topics.map((slug) =>
    xmlElement('keyword', {
      value: slug,
      showAs: library.topics.get(slug)?.data.name ?? slug,
      dictionary: '#chu-de',
    }),
  );
  return xmlBlock('classification', { source: LIBRARY }, keywords);
}

/** Days that the record knows, and not only supposes. */
function writeLifecycle(document: LibraryDocument, relations: readonly ResolvedRelation[]): string {
  const events = findEvents(document, relations).map(({ id, date, type, source, isOrigin }) =>
    xmlElement('eventRef', {
      eId: id,
      date,
      source,
      type,
      originatingExpression: isOrigin ? 'true' : null,
    }),
  );
  return events.length === 0 ? '' : xmlBlock('lifecycle', { source: LIBRARY }, events);
}

interface LifecycleEvent {
  id: string;
  date: string;
  type: 'generation' | 'amendment' | 'repeal' | null;
  source: string;
  isOrigin: boolean;
}

function findEvents(
  document: LibraryDocument,
  relations: readonly ResolvedRelation[],
): LifecycleEvent[] {
  const { data } = document;
  const events: LifecycleEvent[] = [];
  const add = (
    id: string,
    date: string | null,
    type: LifecycleEvent['type'],
    source = '#nguyen-ban',
  ) => {
    if (date !== null) events.push({ id, date, type, source, isOrigin: id === 'su-kien-ban-hanh' });
  };
  add('su-kien-ban-hanh', known(data, 'issuedDate'), 'generation');
  add('su-kien-hieu-luc', known(data, 'effectiveFrom'), null);
  add('su-kien-het-hieu-luc', known(data, 'effectiveTo'), null);
  for (const { kind, direction, other } of relations) {
    if (direction !== 'incoming' || other === null || !CHANGES.has(kind)) continue;
    const type = kind === 'amends' ? 'amendment' : 'repeal';
    const id = `su-kien-${type === 'amendment' ? 'sua-doi' : 'thay-the'}-${other.slug}`;
    if (!events.some((event) => event.id === id))
      add(id, known(other.data, 'effectiveFrom'), type, `#${referenceId('incoming', other.slug)}`);
  }
  return events;
}

const CHANGES: ReadonlySet<RelationKind> = new Set(['replaces', 'repeals', 'amends']);

function known(
  data: DocumentData,
  field: 'issuedDate' | 'effectiveFrom' | 'effectiveTo',
): string | null {
  return fieldEvidence(data, field).kind === 'unverified' ? null : data[field];
}

/** The time in force, as far as it is known. */
function writePeriods(document: LibraryDocument, relations: readonly ResolvedRelation[]): string {
  const ids = new Set(findEvents(document, relations).map(({ id }) => id));
  if (!ids.has('su-kien-hieu-luc')) return '';
  const interval = xmlElement('timeInterval', {
    start: '#su-kien-hieu-luc',
    end: ids.has('su-kien-het-hieu-luc') ? '#su-kien-het-hieu-luc' : null,
    refersTo: '#hieu-luc',
  });
  const group = xmlBlock('temporalGroup', { eId: 'thoi-gian-hieu-luc' }, [interval]);
  return xmlBlock('temporalData', { source: LIBRARY }, [group]);
}

/** What a relation does to the text of the other document; the rest are plain references. */
const TEXTUAL: Partial<Record<RelationKind, { type: string; incomplete: string | null }>> = {
  replaces: { type: 'substitution', incomplete: null },
  repeals: { type: 'repeal', incomplete: null },
  // Which provisions are amended, and how, the record does not say.
  amends: { type: 'substitution', incomplete: 'true' },
};
const LEGAL_SYSTEM: Partial<Record<RelationKind, string>> = {
  implements: 'implementation',
  guides: 'application',
};

function writeAnalysis(relations: readonly ResolvedRelation[]): string {
  const outgoing = relations.filter(({ direction }) => direction === 'outgoing');
  const incoming = relations.filter(({ direction }) => direction === 'incoming');
  const modifications = (list: readonly ResolvedRelation[]) =>
    list.map(writeModification).filter((xml) => xml !== '');
  const active = modifications(outgoing);
  const passive = modifications(incoming);
  const others = outgoing
    .map((relation, index) => ({ relation, index }))
    .filter(({ relation: { kind } }) => !TEXTUAL[kind] && !LEGAL_SYSTEM[kind])
    .map(({ relation }) =>
      xmlElement('implicitReference', {
        href: targetHref(relation),
        showAs: targetName(relation),
        'tv:quan-he': relation.kind,
      }),
    );
  const parts = [
    active.length > 0 ? xmlBlock('activeModifications', {}, active) : '',
    passive.length > 0 ? xmlBlock('passiveModifications', {}, passive) : '',
    others.length > 0 ? xmlBlock('otherReferences', { source: LIBRARY }, others) : '',
  ];
  return parts.every((part) => part === '') ? '' : xmlBlock('analysis', { source: LIBRARY }, parts);
}

function writeModification(relation: ResolvedRelation, index: number): string {
  const { kind, direction } = relation;
  const ends = ['#nguyen-ban', targetHref(relation)];
  const [source = '', destination = ''] = direction === 'outgoing' ? ends : ends.reverse();
  const content = [
    xmlElement('source', { href: source }),
    xmlElement('destination', { href: destination }),
  ];
  const eId = `${direction === 'outgoing' ? 'am' : 'pm'}_${index + 1}`;
  const textual = TEXTUAL[kind];
  if (textual) return xmlBlock('textualMod', { eId, ...textual }, content);
  const type = LEGAL_SYSTEM[kind];
  return type === undefined ? '' : xmlBlock('legalSystemMod', { eId, type }, content);
}

function targetHref({ direction, other, target, unrecorded }: ResolvedRelation): string {
  return `#${referenceId(direction, other?.slug ?? target ?? slugify(unrecorded ?? ''))}`;
}

function targetName({ other, target, unrecorded }: ResolvedRelation): string {
  return other ? documentName(other.data) : (unrecorded ?? target ?? '');
}

function referenceId(direction: ResolvedRelation['direction'], name: string): string {
  return `${direction === 'outgoing' ? 'den' : 'tu'}-${name}`;
}

function organizationId(slug: string): string {
  return `co-quan-${slug}`;
}

function writeReferences(
  library: Library,
  document: LibraryDocument,
  relations: readonly ResolvedRelation[],
): string {
  const { data } = document;
  return xmlBlock('references', { source: LIBRARY }, [
    xmlElement('original', {
      eId: 'nguyen-ban',
      href: expressionIri(workIri(library, document)),
      showAs: documentName(data),
    }),
    ...writeRelated(library, relations),
    ontology('TLCOrganization', 'thu-vien', 'thu-vien-dan-van', 'Thư viện văn bản dân vận'),
    ...data.issuer.map((slug) =>
      ontology(
        'TLCOrganization',
        organizationId(slug),
        slug,
        library.issuers.get(slug)?.data.name ?? slug,
      ),
    ),
    ...writeSigner(data),
    ontology('TLCConcept', 'hieu-luc', 'hieu-luc', 'Hiệu lực'),
    ontology('TLCConcept', 'chu-de', 'chu-de', 'Chủ đề của thư viện'),
  ]);
}

/** Every other document once for each direction. */
function writeRelated(library: Library, relations: readonly ResolvedRelation[]): string[] {
  const written = new Map<string, string>();
  for (const relation of relations) {
    const eId = targetHref(relation).slice(1);
    if (written.has(eId)) continue;
    const { other, direction } = relation;
    const name = targetName(relation);
    const element = direction === 'outgoing' ? 'activeRef' : 'passiveRef';
    written.set(
      eId,
      other
        ? xmlElement(element, { eId, href: workIri(library, other), showAs: name })
        : // A document without a record has no IRI that we could know.
          ontology('TLCReference', eId, eId, name, { name: 'van-ban' }),
    );
  }
  return [...written.values()];
}

function writeSigner({ signer }: DocumentData): string[] {
  if (signer === null) return [];
  const person = ontology('TLCPerson', 'nguoi-ky', slugify(signer.name), signer.name);
  if (signer.position === undefined) return [person];
  return [person, ontology('TLCRole', 'chuc-vu', slugify(signer.position), signer.position)];
}

/** An entry of the ontology. @param element `TLCPerson` lives under `/akn/ontology/person/` */
function ontology(
  element: string,
  eId: string,
  name: string,
  showAs: string,
  attributes: Record<string, string> = {},
): string {
  const kind = element.slice('TLC'.length).toLowerCase();
  const href = xmlUri(`/akn/ontology/${kind}/vn/${name}`);
  return xmlElement(element, { ...attributes, eId, href, showAs });
}

/** What the standard has no place for, and our own words, which are never official text. */
function writeOwn({ data, tree }: LibraryDocument, eIds: ReadonlyMap<Provision, string>): string {
  const { status, text, term, issuedYear, issuedWith, verification } = data;
  const unverified = Object.keys(verification).filter(
    (field) => verification[field] === 'unverified',
  );
  return xmlBlock('proprietary', { source: LIBRARY }, [
    own('loai', { ma: data.type }, typeName(data)),
    own('he-thong', {}, data.system),
    own('tinh-trang', { gia: status.value, 'tra-ngay': status.checkedOn }, status.note),
    own('trang-thai-toan-van', { gia: text.state, 'day-du': String(text.complete) }, text.note),
    term === null ? '' : own('nhiem-ky', {}, term),
    issuedYear === undefined ? '' : own('nam-ban-hanh', {}, String(issuedYear)),
    issuedWith === null ? '' : own('ban-hanh-kem-theo', {}, issuedWith.title),
    ...unverified.map((field) => own('chua-kiem-chung', { truong: field })),
    ...data.sources.map(({ id, url, title }) => own('nguon', { ma: id, 'dia-chi': url }, title)),
    ...[...tree.byId.values()].flatMap((unit) => writeGists(unit, eIds)),
  ]);
}

/** The library's own summary of a unit: marked as editorial, outside of the text. */
function writeGists(unit: Provision, eIds: ReadonlyMap<Provision, string>): string[] {
  return gistsOf(unit).map(({ title, sources, partial, paragraphs }) =>
    own(
      'loi-tom-luoc',
      {
        cho: `#${eIds.get(unit) ?? unit.id}`,
        'chinh-thuc': 'false',
        'mot-phan': partial ? 'true' : null,
        'dien-giai': title,
        nguon: sources.length === 0 ? null : sources.join(' '),
      },
      paragraphs.map(({ content }) => plainInline(content)).join('\n'),
    ),
  );
}

function own(
  name: string,
  attributes: Record<string, string | null | undefined>,
  text = '',
): string {
  return xmlElement(`tv:${name}`, attributes, escapeXml(text));
}
