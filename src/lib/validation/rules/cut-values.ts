import { warningIn, type Rule } from '../context.ts';

/** YAML takes ` #` for the start of a comment: part of a title may have gone without a word. */
export const checkCutValues: Rule = ({ readings }) =>
  readings.flatMap((reading) =>
    reading.front.cut.map(({ value, ...place }) =>
      warningIn(reading, 'value-cut', place, { value }),
    ),
  );
