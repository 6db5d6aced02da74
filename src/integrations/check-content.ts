import { relative } from 'node:path';
import { digestContent } from '../content/digest-content.ts';
import { keepContentDigest } from '../content/load-edition.ts';
import { keepLibrary } from '../content/load-library.ts';
import { readChanges } from '../content/read-changes.ts';
import { readLibrariesFile } from '../content/read-libraries.ts';
import { readContent } from '../content/read-content.ts';
import { readProvenance } from '../content/read-provenance.ts';
import type { SoundFiles } from '../content/sound-files.ts';
import {
  digestOthers,
  digestSources,
  keepOtherDigest,
  keepSourceDigests,
} from '../content/source-digests.ts';
import { buildLibrary } from '../lib/library/build-library.ts';
import { checkLibrary } from '../lib/validation/validate.ts';
import { NO_PROFILE, type Profile } from './profile/build-profile.ts';
import { problemsError } from './site-error.ts';

const checks = new Map<string, Promise<void>>();

/**
 * Refuse content with errors, before anything is built from it; warnings do not stand in the way.
 * What has been read is kept for the build.
 * Checked once per process: the command asks before Astro starts, the integration in case Astro
 * was started without the command.
 *
 * @param directory Content folder.
 * @param memory Of the files that were sound before; by default none.
 * @param profile Is told when the content is read, parsed and checked.
 * @throws {SiteError} That names every error.
 */
export function requireValidContent(
  directory: string,
  memory?: SoundFiles,
  profile: Profile = NO_PROFILE,
): Promise<void> {
  const check = checks.get(directory) ?? checkContent(directory, memory, profile);
  checks.set(directory, check);
  return check;
}

async function checkContent(
  directory: string,
  memory: SoundFiles | undefined,
  profile: Profile,
): Promise<void> {
  profile.enter('read');
  const provenance = await readProvenance(directory);
  const changes = await readChanges(directory);
  const libraries = await readLibrariesFile(directory);
  const files = await readContent(directory);
  profile.enter('parse');
  const result = buildLibrary(files, (file) => memory?.recall(file) ?? null);
  profile.enter('check');
  const remembered = memory?.remembered(files) ?? [];
  const report = checkLibrary(result, { provenance, changes, libraries, remembered });
  const { problems } = report;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw problemsError(errors, showFolder(directory));
  memory?.save(result.readings, report);
  keepLibrary(directory, result.library);
  keepContentDigest(directory, digestContent(files));
  keepSourceDigests(result.library, digestSources(result.library, files));
  keepOtherDigest(result.library, digestOthers(files));
}

/** The folder as it can be opened from here. */
function showFolder(directory: string): string {
  const below = relative('', directory);
  return below.startsWith('..') ? directory : below || '.';
}
