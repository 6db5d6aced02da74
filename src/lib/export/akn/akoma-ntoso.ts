import type { Library, LibraryDocument } from '../../library/types.ts';
import { instrumentName } from '../../document/instruments.ts';
import type { Block, Footnote, Provision } from '../../provision/types.ts';
import { slugify } from '../../text/fold.ts';
import { assignEIds } from '../e-id.ts';
import { aknKind } from '../iri.ts';
import { xmlBlock } from '../xml.ts';
import { writeBlocks, writeNotes } from './blocks.ts';
import { OWN_NAMESPACE, writeComponentMetadata, writeMetadata } from './metadata.ts';
import { idsOf, isBodyUnit, writeContainer, writeUnit, type UnitContext } from './structure.ts';

export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * Write a document as Akoma Ntoso 3.0.
 *
 * The text is the official text, all of it and nothing else; our gists are in `<proprietary>`. A
 * document whose text the library does not hold has a body marked `incomplete`.
 *
 * @returns XML with its declaration and a line feed at its end; valid by the schema of OASIS.
 */
export function toAkomaNtoso(document: LibraryDocument, library: Library): string {
  const { data, tree } = document;
  const writer: Writer = {
    library,
    document,
    eIds: assignEIds(tree),
    isAmending: data.relations.some(({ kind }) => kind === 'amends'),
    isOutline: data.text.state === 'none' || data.text.state === 'outline',
  };
  const kind = aknKind(document);
  const context = scopeContext(writer, null);
  const notes = writeNotes(notesOf(tree.footnotes, ''), context);
  const metadata = writeMetadata(library, document, writer.eIds, notes);
  const content = writeScope(writer, context, {
    bodyName: kind === 'act' ? 'body' : 'mainBody',
    blocks: tree.preamble,
    units: tree.children,
  });
  const root = xmlBlock(kind, { name: data.type, contains: 'originalVersion' }, [
    metadata,
    ...content,
  ]);
  const namespaces = { xmlns: AKN_NAMESPACE, 'xmlns:tv': OWN_NAMESPACE };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlBlock('akomaNtoso', namespaces, [root])}\n`;
}

interface Writer {
  library: Library;
  document: LibraryDocument;
  eIds: ReadonlyMap<Provision, string>;
  isAmending: boolean;
  isOutline: boolean;
}

/** A numbering of its own: the document, an attached instrument, an annex. */
interface Scope {
  bodyName: 'body' | 'mainBody';
  /** Blocks before its first unit. */
  blocks: readonly Block[];
  units: readonly Provision[];
}

/** What stands before, in, after and beside the body, in the order that the standard demands. */
function writeScope(writer: Writer, context: UnitContext, scope: Scope): string[] {
  const { bodyName, blocks, units } = scope;
  const of = (...kinds: Provision['kind'][]) => units.filter(({ kind }) => kinds.includes(kind));
  const body = units.filter(isBodyUnit);
  const loose = writeBlocks(blocks, context);
  const isLooseBefore = body.length > 0 || of('opening').length > 0;
  const preamble = [
    ...(isLooseBefore ? loose : []),
    ...of('opening').map((unit) => writeContainer(unit, 'container', context)),
  ];
  const conclusions = of('closing').map((unit) => writeContainer(unit, 'container', context));
  const attachments = of('attached', 'annex').map((unit) => writeAttachment(writer, unit));
  return [
    preamble.length > 0 ? xmlBlock('preamble', {}, preamble) : '',
    xmlBlock(
      bodyName,
      {},
      body.length > 0
        ? body.map((unit) => writeUnit(unit, context))
        : [unnumberedBody(isLooseBefore ? [] : loose, context)],
    ),
    conclusions.length > 0 ? xmlBlock('conclusions', {}, conclusions) : '',
    attachments.length > 0 ? xmlBlock('attachments', {}, attachments) : '',
  ];
}

/** A body without numbered units, or one that the library does not hold. */
function unnumberedBody(blocks: readonly string[], { isOutline }: UnitContext): string {
  const isMissing = isOutline && blocks.length === 0;
  const attributes = { name: 'van-ban', status: isMissing ? 'incomplete' : null };
  return xmlBlock('hcontainer', attributes, [xmlBlock('content', {}, blocks)]);
}

/** An attached instrument or annex: a document within the document. */
function writeAttachment(writer: Writer, unit: Provision): string {
  const context = scopeContext(writer, unit);
  const subtype = subtypeOf(unit);
  const component = { name: unit.id, title: unit.heading, subtype };
  const notes = writeNotes(notesOf(writer.document.tree.footnotes, unit.id), context);
  const document = xmlBlock('doc', { name: subtype }, [
    writeComponentMetadata(writer.library, writer.document, component, notes),
    ...writeScope(writer, context, {
      bodyName: 'mainBody',
      blocks: unit.blocks,
      units: unit.children,
    }),
  ]);
  return xmlBlock('attachment', idsOf(unit, context), [document]);
}

/** @example 'quy-che', 'phu-luc' */
function subtypeOf({ kind, heading }: Provision): string {
  if (kind === 'annex') return 'phu-luc';
  return slugify(instrumentName(heading ?? '') ?? 'văn bản kèm theo');
}

function scopeContext(writer: Writer, unit: Provision | null): UnitContext {
  const { eIds, isAmending, isOutline, document } = writer;
  const footnotes = notesOf(document.tree.footnotes, unit?.id ?? '');
  return {
    eIds,
    isAmending,
    isOutline,
    notePrefix: unit === null ? '' : (eIds.get(unit) ?? unit.id),
    notes: new Set(footnotes.map(({ label }) => label)),
  };
}

function notesOf(footnotes: readonly Footnote[], scope: string): Footnote[] {
  return footnotes.filter((footnote) => footnote.scope === scope);
}
