import { describe, expect, test } from 'vitest';
import { documentSchema } from './schema.ts';
import { jsonForScript, legislationJsonLd } from './structured-data.ts';

function record(front: Record<string, unknown>) {
  return documentSchema.parse({
    symbol: '5/2031/QH20',
    type: 'luat',
    system: 'nha-nuoc',
    title: 'Luật Thư viện',
    issuer: 'quoc-hoi',
    issuedDate: '2031-11-10',
    effectiveFrom: '2032-01-01',
    signer: { name: 'Nguyễn Văn Thử' },
    status: { value: 'in-force' },
    sources: [
      { id: 's1', url: 'https://thu-vien.example/luat', title: 'Trang luật', linkable: true },
      { id: 's2', url: 'ban-in', title: 'Bản in' },
    ],
    verification: { symbol: ['s1'], issuedDate: ['s1'], effectiveFrom: ['s2'] },
    ...front,
  });
}

describe('legislationJsonLd', () => {
  test('says what is known, and leaves out what was not verified', () => {
    expect(legislationJsonLd(record({}), ['Quốc hội'], [], [])).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      name: 'Luật Thư viện',
      legislationIdentifier: '5/2031/QH20',
      legislationType: 'Luật',
      legislationPassedBy: [{ '@type': 'Organization', name: 'Quốc hội' }],
      legislationDate: '2031-11-10',
      legislationDateOfApplicability: '2032-01-01',
      temporalCoverage: '2032-01-01/..',
      legislationLegalForce: 'https://schema.org/InForce',
      legislationJurisdiction: 'VN',
      inLanguage: 'vi',
      isBasedOn: ['https://thu-vien.example/luat'],
    });
  });

  test('says where the data are, that our copies have no legal value, and what is attached', () => {
    const site = {
      iri: '/akn/vn/act/luat/qh/2031-11-10/5-2031-qh20',
      url: null,
      files: [{ href: '../du-lieu/5-2031-qh20.json', mediaType: 'application/json' }],
    };
    const issuedWith = { title: 'Quy chế thư viện' };
    const found = legislationJsonLd(record({ issuedWith }), [], [], [], site);
    expect(found).toMatchObject({
      identifier: site.iri,
      hasPart: { '@type': 'Legislation', name: 'Quy chế thư viện' },
      encoding: [
        {
          contentUrl: '../du-lieu/5-2031-qh20.json',
          legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
        },
      ],
    });
    expect(found).not.toHaveProperty('url');
  });

  test('never calls an unknown status a force', () => {
    const unknown = record({ status: { value: 'unknown' } });
    expect(legislationJsonLd(unknown, [], [], [])).not.toHaveProperty('legislationLegalForce');
  });

  test('groups the documents it acts on; kinds without a word are left out', () => {
    const old = { symbol: '1/2020/QH19', title: 'Luật cũ', issuedDate: null };
    const related = (['replaces', 'repeals', 'continues'] as const).map((kind) => ({
      kind,
      data: old,
    }));
    const { legislationRepeals, ...rest } = legislationJsonLd(record({}), [], [], related);
    expect(legislationRepeals).toHaveLength(2);
    expect(JSON.stringify(rest)).not.toContain('Luật cũ');
  });
});

test('jsonForScript cannot end the script', () => {
  const json = jsonForScript({ title: '</script><!-- “a”' });
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual({ title: '</script><!-- “a”' });
});
