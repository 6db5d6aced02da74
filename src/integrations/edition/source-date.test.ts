import { expect, test } from 'vitest';
import { requireSourceDate } from './source-date.ts';

test.each([undefined, '2035-03-09', '2036-02-29'])('accepts %s', (value) => {
  expect(() => {
    requireSourceDate({ SOURCE_DATE: value });
  }).not.toThrow();
});

test.each(['', '2035-02-29', '2035-3-9', '9/3/2035', '2035-03-09T00:00'])(
  'refuses “%s”',
  (value) => {
    expect(() => {
      requireSourceDate({ SOURCE_DATE: value });
    }).toThrow('SOURCE_DATE');
  },
);
