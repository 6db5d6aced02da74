import type { Rule } from '../context.ts';
import { checkAliases } from './aliases.ts';
import { checkPublishedAnchors } from './anchors.ts';
import { checkBodies } from './body.ts';
import { checkCitationFixes } from './citation-fixes.ts';
import { checkConcordances } from './concordances.ts';
import { checkCutValues } from './cut-values.ts';
import { checkDates } from './dates.ts';
import { checkDocumentSlugs } from './document-slug.ts';
import { checkFieldMarkup } from './field-markup.ts';
import { checkFidelity } from './fidelity.ts';
import { checkEntryNames } from './entry-names.ts';
import { checkFileNames } from './file-name.ts';
import { checkGistFiles } from './gist-files.ts';
import { checkInvisible } from './invisible.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { checkNamesakes } from './namesakes.ts';
import { checkNormalForm } from './normal-form.ts';
import { checkProse } from './prose.ts';
import { checkProseLinks } from './prose-links.ts';
import { checkReferences } from './references.ts';
import { checkAffectedUnits } from './relation-affects.ts';
import { checkRelationCycles } from './relation-cycle.ts';
import { checkInverseRelations } from './relation-inverse.ts';
import { checkRelationOrder } from './relation-order.ts';
import { checkRepeatedRelations } from './relation-repeated.ts';
import { checkStatusAgainstRelations } from './relation-status.ts';
import { checkUnrecordedTargets } from './relation-unrecorded.ts';
import { checkRepeatedValues } from './repeated-values.ts';
import { checkSources } from './sources.ts';
import { checkSpacing } from './spacing.ts';
import { checkStatuses } from './status.ts';
import { checkSymbolContext } from './symbol-context.ts';
import { checkSymbolForm } from './symbol-form.ts';
import { checkSymbolTypes } from './symbol-type.ts';
import { checkTimelines } from './timelines.ts';
import { checkTonePlacement } from './tone-placement.ts';
import { checkTypeFolders } from './type-folder.ts';
import { checkVerification } from './verification.ts';

/**
 * Rules that look at each file by itself: what they found in it holds as long as it is the same.
 */
export const FILE_RULES: readonly Rule[] = [
  checkFileNames,
  checkBodies,
  checkFieldMarkup,
  checkCutValues,
  checkSpacing,
  checkNormalForm,
  checkLookAlikes,
  checkInvisible,
  checkTonePlacement,
  checkProse,
];

/** The rules that look at several files together. Their order is of no matter: reports are sorted by place. */
export const RULES: readonly Rule[] = [
  checkTypeFolders,
  checkDocumentSlugs,
  checkSymbolForm,
  checkSymbolTypes,
  checkSymbolContext,
  checkReferences,
  checkRepeatedValues,
  checkInverseRelations,
  checkRepeatedRelations,
  checkRelationOrder,
  checkAffectedUnits,
  checkRelationCycles,
  checkStatusAgainstRelations,
  checkUnrecordedTargets,
  checkDates,
  checkStatuses,
  checkSources,
  checkVerification,
  checkFidelity,
  checkGistFiles,
  checkCitationFixes,
  checkConcordances,
  checkTimelines,
  checkAliases,
  checkPublishedAnchors,
  checkNamesakes,
  checkEntryNames,
  checkProseLinks,
];
