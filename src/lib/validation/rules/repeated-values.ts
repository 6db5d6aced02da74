import { slugify } from '../../text/fold.ts';
import { warningIn, type Rule } from '../context.ts';

/** A list names each thing once. */
export const checkRepeatedValues: Rule = ({ documents }) =>
  documents.flatMap((document) => {
    const { issuers, topics, aliases } = document.record;
    return Object.entries({ issuer: issuers, topics, aliases }).flatMap(([field, values]) =>
      values.flatMap((value, index) => {
        if (value === undefined) return [];
        const isSame = (other: string | undefined) =>
          other !== undefined && slugify(other) === slugify(value);
        if (values.findIndex(isSame) === index) return [];
        return [warningIn(document, 'value-repeated', { field: [field, index] }, { field, value })];
      }),
    );
  });
