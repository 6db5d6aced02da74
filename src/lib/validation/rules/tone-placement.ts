import type { FieldPath, Place } from '../../library/front-matter.ts';
import type { Reading } from '../../library/types.ts';
import { warningIn, type CheckedDocument, type Rule } from '../context.ts';
import type { Problem } from '../problem.ts';
import { placeTones } from '../tone-placement.ts';
import { plainInline } from '../../provision/text.ts';
import { findGists } from '../tree.ts';

const WORD = /\p{L}+/gu;

/**
 * Our own words place the tone in one way (`ủy`, `hòa`); official titles and texts, and titles of
 * sources, stay as they are printed.
 */
export const checkTonePlacement: Rule = ({ documents, readings }) => [
  ...documents.flatMap((document) => [...checkRecord(document), ...checkGists(document)]),
  ...readings.filter(({ collection }) => collection !== 'van-ban').flatMap(checkFile),
];

function checkRecord(document: CheckedDocument): Problem[] {
  const { shortTitle, status, relations, openQuestions, text, unplaced } = document.record;
  const ours: [FieldPath, string | undefined][] = [
    [['shortTitle'], shortTitle],
    [['status', 'note'], status.note],
    [['text', 'note'], text.note],
    ...relations.map(({ note }, i): [FieldPath, typeof note] => [['relations', i, 'note'], note]),
    ...openQuestions.map((text, i): [FieldPath, typeof text] => [['openQuestions', i], text]),
    ...unplaced.map(({ gist }, i): [FieldPath, typeof gist] => [['unplaced', i, 'gist'], gist]),
  ];
  return ours.flatMap(([field, words = '']) => checkWords(document, words, { field }));
}

function checkGists(document: CheckedDocument): Problem[] {
  return findGists(document.tree).flatMap(({ title, paragraphs, line }) => [
    ...checkWords(document, title ?? '', { line, column: 1 }),
    ...paragraphs.flatMap((paragraph) =>
      checkWords(document, plainInline(paragraph.content), { line: paragraph.line, column: 1 }),
    ),
  ]);
}

/** Issuers, topics, terms and pages are ours throughout. */
function checkFile(reading: Reading): Problem[] {
  return reading.file.text
    .split('\n')
    .flatMap((words, index) => checkWords(reading, words, { line: index + 1, column: 1 }));
}

function checkWords(
  reading: Reading,
  words: string,
  where: { field: FieldPath } | Place,
): Problem[] {
  if (placeTones(words) === words) return [];
  const wrong = [...words.matchAll(WORD)]
    .map(([word]) => word)
    .find((word) => placeTones(word) !== word);
  const values = { word: wrong ?? '', proper: placeTones(wrong ?? '') };
  return [warningIn(reading, 'tone-placement', where, values)];
}
