import { resolve } from 'node:path';
import { buildLibrary } from '../../lib/library/build-library.ts';
import type { ContentFile, Library } from '../../lib/library/types.ts';
import { readContent } from '../read-content.ts';
import { longLaw } from './long-law.ts';

/** The invented full texts, the long law with them. */
export async function readFullTexts(): Promise<ContentFile[]> {
  return [...(await readContent(FULL_TEXTS)), longLaw()];
}

const FULL_TEXTS = resolve('src/e2e/fixtures/full-text/content');

/** Every corpus that tests can read: the library's own and the invented ones. */
export async function readCorpora(): Promise<Record<'content' | 'fixture' | 'full-text', Library>> {
  const [content, fixture, fullText] = await Promise.all([
    readContent(resolve('content')),
    readContent(resolve('src/e2e/fixtures/content')),
    readFullTexts(),
  ]);
  return {
    content: buildLibrary(content).library,
    fixture: buildLibrary(fixture).library,
    'full-text': buildLibrary(fullText).library,
  };
}
