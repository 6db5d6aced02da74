import { z } from 'astro/zod';
import { DOCUMENT_TYPE_SLUGS, RELATION_KINDS, STATUSES, SYSTEMS, TEXT_STATES } from './types.ts';

/** A day, `YYYY-MM-DD`; that it exists in the calendar is a rule of validation. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date-format' });

/** Id of an entry of `sources`, or where the fact rests on no source: `unverified`. */
const sourceId = z.string().min(1);

/** One place where a fact of the record was seen. */
export const sourceSchema = z.strictObject({
  /** Short id, unique in the document, named by other fields. @example 's1' */
  id: z.string().regex(/^[a-z][a-z0-9]*$/, { error: 'source-id-form' }),
  /** Address, or the name of a source without one. @example 'https://example.vn/a.html' */
  url: z.string().min(1),
  title: z.string().min(1),
  /** Fields of this record that were seen there. @example ['symbol', 'issuedDate'] */
  seen: z.array(z.string()).default([]),
  /** Whether readers get a link; else the address is shown as text. */
  linkable: z.boolean().default(false),
});

/** A unit of another document that this one changes. */
export const affectedUnitSchema = z.strictObject({
  /** Anchor in the other document; of a unit that is added, the one after which it stands. @example 'd4-1-d' */
  unit: z.string().min(1),
  /** Anchor in this document of the words that make the change, where it is known. @example 'd1-2' */
  by: z.string().optional(),
  /** What is changed, in our words. @example 'Thêm Điều 3a' */
  note: z.string().optional(),
  /** True when the gist of the unit tells what holds after the change too. */
  inGist: z.boolean().default(false),
});

/** A statement about another document, made once, on the later one. */
export const relationSchema = z
  .strictObject({
    kind: z.enum(RELATION_KINDS),
    /** Slug of a document of the library. Exactly one of `target` and `unrecorded`. */
    target: z.string().optional(),
    /** Name of a document that has no record here. @example 'Luật Thanh niên số 57/2020/QH14' */
    unrecorded: z.string().optional(),
    /** What the relation rests on or covers, in our words. */
    note: z.string().optional(),
    /** Units of the target that are changed, as far as they are known; of `amends` only. */
    affects: z.array(affectedUnitSchema).default([]),
    /** Id of a source, or `unverified`. */
    source: sourceId,
  })
  .refine((relation) => (relation.target === undefined) !== (relation.unrecorded === undefined), {
    error: 'relation-target-choice',
  });

/** What is known of the document's force, and on what evidence. */
export const statusSchema = z.strictObject({
  value: z.enum(STATUSES),
  /** Explanation for the reader, in our words. */
  note: z.string().optional(),
  /** How it is known. @example 'inferred: no replacement found' */
  basis: z.string().optional(),
  /** Ids of sources. Empty is allowed only for `unknown`, or with a `basis` that starts with `inferred`. */
  evidence: z.array(sourceId).default([]),
  /** Day on which the evidence was looked up. */
  checkedOn: day.optional(),
});

/** Content that was seen in a source without its place in the document being known. */
export const unplacedSchema = z.strictObject({
  label: z.string().min(1),
  gist: z.string().min(1),
  sources: z.array(sourceId).default([]),
  partial: z.boolean().default(false),
});

/** State of the official text. */
export const textSchema = z.strictObject({
  state: z.enum(TEXT_STATES),
  /** Structure as counted or reported. @example '5 chương, 34 điều' */
  structure: z.string().optional(),
  /** True when every unit of the document is listed, so that what is missing cannot exist. */
  complete: z.boolean().default(false),
  /** What the editor must tell the reader about the outline. */
  note: z.string().optional(),
});

/**
 * Front matter of `content/van-ban/<type>/<slug>.mdx`: the verified record of one document.
 * The slug is the file name.
 */
export const documentSchema = z.strictObject({
  /** Printed number (số ký hiệu), NFC, or null when it is not known. @example '25-NQ/TW' */
  symbol: z.string().nullable(),
  /** Slug of the type; also the folder. @example 'nghi-quyet' */
  type: z.enum(DOCUMENT_TYPE_SLUGS),
  /** Type as printed when it says more than the slug. @example 'Chương trình hành động' */
  typeName: z.string().optional(),
  system: z.enum(SYSTEMS),
  /** Official title (trích yếu), exactly as given. */
  title: z.string().min(1),
  /** Short name in our words. */
  shortTitle: z.string().optional(),
  /** Nicknames that readers type and writers use. @example ['Quy chế dân vận'] */
  aliases: z.array(z.string()).default([]),
  /** Slugs of issuers (`content/co-quan`), more than one for joint documents. */
  issuer: z.union([z.string().transform((slug) => [slug]), z.array(z.string()).min(1)]),
  /** Term of the issuing body. @example 'khóa XI' */
  term: z.string().nullable().default(null),
  /** Day of issue, null when not known. */
  issuedDate: day.nullable().default(null),
  /** Year of issue when only the year is known. */
  issuedYear: z.int().min(1900).max(2100).optional(),
  /** Day on which it was announced, when the day of issue is not known. */
  announcedDate: day.optional(),
  effectiveFrom: day.nullable().default(null),
  effectiveTo: day.nullable().default(null),
  signer: z
    .strictObject({ name: z.string(), position: z.string().optional() })
    .nullable()
    .default(null),
  status: statusSchema,
  relations: z.array(relationSchema).default([]),
  /** Instrument issued with the document (ban hành kèm theo). */
  issuedWith: z
    .strictObject({ title: z.string(), structure: z.string().optional() })
    .nullable()
    .default(null),
  /** Slugs of topics (`content/chu-de`). */
  topics: z.array(z.string()).default([]),
  /** 1 = core of the library, 2 = support, 3 = context. */
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(3),
  /** True for another bearer of a number, recorded only so that the number is not ambiguous unseen. */
  namesake: z.boolean().default(false),
  sources: z.array(sourceSchema).default([]),
  /** Per field: ids of the sources where it was seen, or a sentence: `unverified`, `inferred: …`. */
  verification: z.record(z.string(), z.union([z.array(sourceId), z.string()])).default({}),
  confidence: z.enum(['high', 'medium', 'low']).default('low'),
  openQuestions: z.array(z.string()).default([]),
  text: textSchema.default({ state: 'none', complete: false }),
  unplaced: z.array(unplacedSchema).default([]),
  /** Ladder of labels of the full text, outermost first. @example ['Chương', 'Điều', '1.', 'a)', '-'] */
  scale: z.array(z.string()).optional(),
  /** Where an imported text came from. */
  source: z.strictObject({ file: z.string(), sha256: z.string(), method: z.string() }).optional(),
  /** What the importer proved about an imported text. */
  fidelity: z
    .strictObject({
      profile: z.string(),
      chars: z.int(),
      sha256: z.string(),
      unexplained: z.int(),
      checkedBy: z.string().default(''),
      /** Ids of the units that a person compared with the original, where a machine read it. @example ['d1', 'd2'] */
      checked: z.array(z.string()).default([]),
    })
    .optional(),
});

export type DocumentData = z.infer<typeof documentSchema>;
export type DocumentSource = z.infer<typeof sourceSchema>;
export type AffectedUnit = z.infer<typeof affectedUnitSchema>;
export type DocumentRelation = z.infer<typeof relationSchema>;

/** Front matter of `content/co-quan/<slug>.mdx`: a body that issues documents. */
export const issuerSchema = z.strictObject({
  name: z.string().min(1),
  /** Other names and abbreviations. @example ['BCT'] */
  aliases: z.array(z.string()).default([]),
  /** Codes by which it signs in a symbol. @example ['TW'] */
  codes: z.array(z.string()).default([]),
  system: z.enum(SYSTEMS),
  /** False once the body has ended or merged; `note` then says what became of it. */
  active: z.boolean().default(true),
  note: z.string().optional(),
});
export type IssuerData = z.infer<typeof issuerSchema>;

/** Front matter of `content/chu-de/<slug>.mdx`: a topic. */
export const topicSchema = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  summary: z.string().optional(),
  /** Place in lists, smallest first. */
  order: z.int().default(100),
});
export type TopicData = z.infer<typeof topicSchema>;

/** Front matter of `content/thuat-ngu/<slug>.mdx`: a term or an abbreviation. */
export const termSchema = z.strictObject({
  term: z.string().min(1),
  kind: z.enum(['type-code', 'body-code', 'term']),
  meaning: z.string().min(1),
  /** True when it was seen in a source; false when it is general knowledge. */
  seen: z.boolean().default(false),
  note: z.string().optional(),
});
export type TermData = z.infer<typeof termSchema>;

/** Front matter of `content/vien-dan/<slug>.mdx`: what a person knows better than the engine. */
export const citationFixesSchema = z.strictObject({
  fixes: z
    .array(
      z.strictObject({
        /** The words that cite, exactly as they stand in the text. @example 'Nghị quyết 25' */
        quote: z.string().min(1),
        /** Words right before and after, where the quote alone stands more than once. */
        prefix: z.string().default(''),
        suffix: z.string().default(''),
        /** Slug, or slug and anchor; null where nothing is cited. @example '23-qd-tw-2021#kt-d5' */
        target: z.string().nullable(),
        /** How the person knows. */
        reason: z.string().min(1),
      }),
    )
    .min(1),
});
export type CitationFixes = z.infer<typeof citationFixesSchema>;
export type CitationFix = CitationFixes['fixes'][number];

/** Whom a page in our own words is for; the site's own pages stand in the footer. */
export const PAGE_SECTIONS = ['site', 'guide', 'clerk'] as const;

/** Front matter of `content/trang/<slug>.mdx`: a page in our own words. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** `site`: about this site; `guide`: for readers of documents; `clerk`: for who keeps the library. */
  section: z.enum(PAGE_SECTIONS).default('site'),
  /** Place in the list of its section, smallest first. */
  order: z.int().default(100),
});
export type PageData = z.infer<typeof pageSchema>;

/** What became of a subject between two documents, as far as it is known. */
export const CONCORDANCE_CHANGES = ['kept', 'changed', 'dropped', 'new', 'unknown'] as const;
export type ConcordanceChange = (typeof CONCORDANCE_CHANGES)[number];

const concordanceSide = z.strictObject({
  /** What this document has, in our words. */
  words: z.string().min(1),
  /** Anchors of the provisions that ground it. @example ['kt-c1', 'kt-d1'] */
  at: z.array(z.string()).default([]),
});

/**
 * Front matter of `content/doi-chieu/<old>--<new>.mdx`: two documents side by side. The file name
 * says which two. A file without rows and alignments asks for the comparison of the full texts.
 */
export const concordanceSchema = z.strictObject({
  /** What the comparison tells and what it leaves open, in our words. */
  summary: z.string().min(1).optional(),
  /** What is known without the full texts. */
  rows: z
    .array(
      z.strictObject({
        topic: z.string().min(1),
        change: z.enum(CONCORDANCE_CHANGES),
        /** Left out where nothing is known of that side, or the subject is not in it. */
        old: concordanceSide.optional(),
        new: concordanceSide.optional(),
        note: z.string().optional(),
        /** Of the records, `old.s3` and `new.s1`; of this file, `s1`. */
        sources: z.array(z.string()).min(1),
      }),
    )
    .default([]),
  /** What a person knows better than the machine; an empty side says that nothing answers. */
  alignments: z
    .array(
      z.strictObject({
        old: z.array(z.string()).default([]),
        new: z.array(z.string()).default([]),
        /** How the person knows. */
        reason: z.string().min(1),
      }),
    )
    .default([]),
  /** Sources that neither record has. */
  sources: z.array(sourceSchema).default([]),
});
export type ConcordanceData = z.infer<typeof concordanceSchema>;

/** Front matter of `content/dong-thoi-gian/<slug>.mdx`: documents on a line of time. */
export const timelineSchema = z.strictObject({
  title: z.string().min(1),
  /** What it shows, in our words. */
  description: z.string().min(1),
  /** Place in lists, smallest first. */
  order: z.int().default(100),
  /** Slugs; how they are related is taken from the records. */
  documents: z.array(z.string()).min(1),
  /** What readers come to ask. */
  answers: z
    .array(
      z.strictObject({
        question: z.string().min(1),
        answer: z.string().min(1),
        /** Slugs, or slugs and anchors, of what the answer rests on. @example ['23-qd-tw-2021#d3'] */
        documents: z.array(z.string()).min(1),
      }),
    )
    .default([]),
});
export type TimelineData = z.infer<typeof timelineSchema>;

/** A document, or a provision of it, to which our own words lead. @example '23-qd-tw-2021#kt-d1' */
const reference = z.string().regex(/^[a-z0-9-]+(?:#[a-z0-9_-]+)?$/, { error: 'reference-form' });

/** A place of the library with what is to be seen there. */
export const placeSchema = z.strictObject({
  target: reference,
  /** What the reader finds there, in our words; says so where the document has ended. */
  note: z.string().min(1),
});
export type PlaceReference = z.infer<typeof placeSchema>;

/** Front matter of `content/khai-niem/<slug>.mdx`: a notion that is used without a number. */
export const notionSchema = z.strictObject({
  name: z.string().min(1),
  /** Other names by which it is looked for. @example ['Thi đua dân vận khéo'] */
  aliases: z.array(z.string()).default([]),
  /** What it is, in one or two sentences of ours. */
  meaning: z.string().min(1),
  /** Since which document it is used, or that this is not verified. */
  since: z.string().min(1),
  /** Provisions and documents that it rests on, most important first. */
  grounds: z.array(placeSchema).min(1),
  /** Place in lists, smallest first. */
  order: z.int().default(100),
});
export type NotionData = z.infer<typeof notionSchema>;

/** Front matter of `content/bai-giang/<slug>.mdx`: provisions in the order in which to teach them. */
export const lessonSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** What to read, in order. */
  steps: z.array(placeSchema).min(1),
  /** Questions to discuss. */
  questions: z.array(z.string().min(1)).min(1),
  /** Place in lists, smallest first. */
  order: z.int().default(100),
});
export type LessonData = z.infer<typeof lessonSchema>;
