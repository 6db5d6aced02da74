import { slugify } from '../../text/fold.ts';
import { errorIn, FILE_START, type Rule } from '../context.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that Windows keeps for devices: such a file cannot be copied from the stick. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** File names become addresses: lower-case ASCII letters, digits and single hyphens. */
export const checkFileNames: Rule = ({ readings }) =>
  readings.flatMap((reading) => {
    // The name of a comparison is made of two others; that those exist is a rule of its own.
    if (reading.collection === 'doi-chieu') return [];
    const { slug } = reading;
    if (!SLUG.test(slug)) {
      return [errorIn(reading, 'file-name-form', FILE_START, { slug, proper: slugify(slug) })];
    }
    return DEVICE.test(slug) ? [errorIn(reading, 'file-name-reserved', FILE_START, { slug })] : [];
  });
