import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpora, readFullTexts } from '../../content/testing/corpora.ts';
import { buildLibrary } from '../library/build-library.ts';
import type { Library } from '../library/types.ts';
import { formatBody } from '../provision/format-body.ts';
import { parseBody } from '../provision/parse-body.ts';
import { bodyNodes } from '../provision/testing/arbitraries.ts';
import { documentFile, ISSUER } from '../validation/corpus-for-tests.ts';
import { validate } from '../validation/validate.ts';
import { scopeOf } from '../provision/naming.ts';
import { documentText, normalizeV1 } from '../provision/text.ts';
import type { Provision } from '../provision/types.ts';
import { toAkomaNtoso } from './akn/akoma-ntoso.ts';
import { toCsl } from './csl.ts';
import { assignEIds } from './e-id.ts';
import indexSchema from './index.schema.json' with { type: 'json' };
import { workIri } from './iri.ts';
import { toIndex, toJson } from './json.ts';
import { toPlainText } from './plain-text.ts';
import documentSchema from './van-ban.schema.json' with { type: 'json' };

/** Place of `akomantoso30.xsd`; the schema is not part of the project. */
const SCHEMA = process.env.AKN_SCHEMA;
/** An anchor is valid in addresses, style sheets and XML without any escape. */
const ANCHOR = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;
const FULL = '{ state: full }';
const WORDS = { notOfficial: 'KHÔNG CHÍNH THỨC', noText: 'CHƯA CÓ', gist: '[tóm lược]' };

const corpora = { ...(await readCorpora()), random: randomLibrary() };
const documents = Object.entries(corpora).flatMap(([corpus, library]) =>
  library.documents.map((document) => ({ corpus, library, document, slug: document.slug })),
);

test('the invented full texts are in good order', async () => {
  const { problems } = validate(await readFullTexts());
  expect(problems).toEqual([]);
});

describe('ids of units', () => {
  test.each(Object.entries(corpora))(
    '%s: anchor, eId and name of every unit are inverse',
    (_, library) => {
      for (const { slug, tree } of library.documents) {
        const units = [...tree.byId.values()];
        const eIds = assignEIds(tree);
        expect(
          units.map(({ id }) => tree.byId.get(id)),
          slug,
        ).toEqual(units);
        expect(new Set(eIds.values()).size, slug).toBe(units.length);
        expect(
          units.filter(({ id }) => !ANCHOR.test(id)).map(({ id }) => id),
          slug,
        ).toEqual([]);
        expect(repeated(units.map(fullName)), slug).toEqual([]);
      }
    },
  );

  test('an eId says what the anchor says, in the words of the standard', () => {
    const found: Record<string, string | undefined> = {};
    for (const { document, corpus } of documents) {
      if (corpus !== 'full-text') continue;
      const eIds = assignEIds(document.tree);
      for (const [unit, eId] of eIds) found[unit.id] = eId;
    }
    expect(found).toMatchObject({
      p1: 'part_1',
      'c2-m1': 'chp_2__sec_1',
      d5a: 'art_5a',
      'd5-2-d': 'art_5__para_2__point_d',
      'd5-2-dd': 'art_5__para_2__point_dd',
      'd3-0-dd': 'art_3__point_dd',
      'd4-2-a_g2': 'art_4__para_2__point_a__indent_2',
      'm2-1-1-b_g1': 'sec_2__para_1__para_1__point_b__indent_1',
      'n2-a': 'para_2__point_a',
      mo: 'preamble',
      pl1: 'att_pl1',
      kt: 'att_1',
      'kt-d2-1-dd': 'att_1__art_2__para_1__point_dd',
      'kt-ms1': 'att_1__att_ms1',
    });
  });
});

test('random documents are many, and of every kind of unit', () => {
  const kinds = corpora.random.documents.flatMap(({ tree }) =>
    [...tree.byId.values()].map(({ kind }) => kind),
  );
  expect(corpora.random.documents.length).toBeGreaterThan(60);
  expect([...new Set(kinds)].sort()).toEqual(expect.arrayContaining(['article', 'point', 'dash']));
});

describe('IRIs', () => {
  test.each(Object.entries(corpora))('%s: no two documents share one', (_, library) => {
    const iris = library.documents.map((document) => workIri(library, document));
    expect(new Set(iris).size).toBe(iris.length);
    for (const iri of iris) expect(iri).toMatch(/^\/akn\/vn\/(?:act|doc)(?:\/[a-z0-9-]+){4}$/);
  });

  test('an IRI names type, issuer, day and number', () => {
    const { content } = corpora;
    const document = content.bySlug.get('23-qd-tw-2021');
    expect(document && workIri(content, document)).toBe(
      '/akn/vn/act/quyet-dinh/bct/2021-07-30/23-qd-tw',
    );
  });
});

describe('JSON', () => {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  const isDocument = ajv.compile(documentSchema);
  const isIndex = ajv.compile(indexSchema);

  test.each(Object.entries(corpora))('every document of %s is valid', (_, library) => {
    for (const document of library.documents) {
      isDocument(JSON.parse(JSON.stringify(toJson(document, library))));
      expect(isDocument.errors, document.slug).toBeNull();
    }
  });

  test.each(Object.entries(corpora))('the index of %s is valid and complete', (_, library) => {
    const index = toIndex(library);
    isIndex(index);
    expect(isIndex.errors).toBeNull();
    expect(index.documents.map(({ slug }) => slug)).toEqual(
      library.documents.map(({ slug }) => slug),
    );
  });

  test('the schema refuses a field that it does not name', () => {
    const [first] = documents;
    if (!first) throw new Error('no documents');
    expect(isDocument({ ...toJson(first.document, first.library), extra: 1 })).toBe(false);
  });
});

describe('Akoma Ntoso', () => {
  test.each(Object.entries(corpora))('%s: the text is the official text', (_, library) => {
    for (const document of library.documents) {
      const official = documentText({ ...document.tree, footnotes: [] });
      const written = textOf(toAkomaNtoso(document, library));
      expect(written, document.slug).toBe(normalizeV1(official));
    }
  });

  test.each(Object.entries(corpora))('%s: every unit bears its permanent anchor', (_, library) => {
    for (const document of library.documents) {
      const xml = toAkomaNtoso(document, library);
      const anchors = [...xml.matchAll(/ wId="([^"]+)"/g)].map(([, id]) => id);
      expect(anchors.sort(), document.slug).toEqual([...document.tree.byId.keys()].sort());
    }
  });

  test('text that the library does not hold is said to be missing', () => {
    const { content } = corpora;
    const none = content.documents.find(({ data }) => data.text.state === 'none');
    expect(none && toAkomaNtoso(none, content)).toContain(
      '<hcontainer name="van-ban" status="incomplete">',
    );
  });

  const noSchema = whyNoSchema();
  test.skipIf(noSchema !== null)(
    `every document is valid by the schema of OASIS${noSchema ?? ''}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'akn-'));
      const files = documents.map(({ corpus, slug, document, library }) => {
        const file = join(folder, `${corpus}-${slug}.xml`);
        writeFileSync(file, toAkomaNtoso(document, library));
        return file;
      });
      const { status, stderr } = spawnSync(
        'xmllint',
        ['--nonet', '--noout', '--schema', SCHEMA ?? '', ...files],
        { encoding: 'utf8', maxBuffer: 1e8 },
      );
      rmSync(folder, { recursive: true });
      const complaints = stderr.split('\n').filter((line) => !/ validates$|^$/.test(line));
      expect(complaints).toEqual([]);
      expect(status).toBe(0);
    },
    60_000,
  );
});

describe('plain text', () => {
  test.each(Object.entries(corpora))('%s: the official text, or a warning first', (_, library) => {
    for (const document of library.documents) {
      const text = toPlainText(document, WORDS);
      const official = documentText({ ...document.tree, footnotes: [] });
      if (isFull(document)) {
        expect(text.startsWith(`${official}\n`), document.slug).toBe(true);
        expect(text, document.slug).not.toContain(WORDS.gist);
        const notes = text.slice(official.length).trim().split('\n').filter(Boolean);
        expect(notes, document.slug).toHaveLength(document.tree.footnotes.length);
      } else {
        const [first] = text.split('\n');
        expect([WORDS.notOfficial, WORDS.noText], document.slug).toContain(first);
      }
    }
  });
});

describe('CSL-JSON', () => {
  test('a document is an item of legislation with what is known', () => {
    const { content } = corpora;
    const item = (slug: string) => {
      const document = content.bySlug.get(slug);
      if (!document) throw new Error(slug);
      return toCsl(document, content);
    };
    expect(item('23-qd-tw-2021')).toMatchObject({
      id: '23-qd-tw-2021',
      type: 'legislation',
      number: '23-QĐ/TW',
      genre: 'Quyết định',
      authority: 'Bộ Chính trị',
      issued: { 'date-parts': [[2021, 7, 30]] },
    });
    expect(item('23-nq-tw-2018').issued).toEqual({ 'date-parts': [[2018]] });
    expect(item('qd-dang-bo-tw-2025')).not.toHaveProperty('issued');
    expect(item('qd-dang-bo-tw-2025')).not.toHaveProperty('number');
  });
});

/** Documents that nobody has seen: any nesting of units, scopes, tables, quotations and notes. */
function randomLibrary(): Library {
  const bodies = fc
    .sample(bodyNodes, { numRuns: 300, seed: 20_310_304 })
    .map(formatBody)
    .filter((body) => parseBody(body).problems.length === 0);
  const files = bodies.map((body, index) =>
    documentFile(`${index + 1}-qd-tv-2031`, { symbol: `${index + 1}-QĐ/TV`, text: FULL }, body),
  );
  return buildLibrary([...files, ISSUER]).library;
}

/** Name of a unit with the instrument or annex that it is in: what a citation of it says. */
function fullName(unit: Provision): string {
  const scope = scopeOf(unit);
  return scope === null ? unit.label : `${unit.label} | ${scope.id}`;
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function isFull({ data }: (typeof documents)[number]['document']): boolean {
  return data.text.state === 'full' || data.text.state === 'ocr-unchecked';
}

/** Text of the document's elements, metadata left out, as the proof of fidelity compares it. */
function textOf(xml: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  const text = xml
    .replace(/<\?xml[^>]*>/, '')
    .replace(/<meta>[^]*?<\/meta>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code)),
    );
  return normalizeV1(text);
}

function whyNoSchema(): string | null {
  if (SCHEMA === undefined) return ' – skipped: AKN_SCHEMA does not name akomantoso30.xsd';
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return ' – skipped: no xmllint on this machine (libxml2-utils)';
  }
}
