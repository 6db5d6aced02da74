import { expect, test } from 'vitest';
import { askUntilRead } from './ask-until-read.ts';

const answers =
  (...given: string[]) =>
  (): Promise<string> => {
    const next = given.shift();
    return next === undefined ? Promise.reject(new Error('stopped')) : Promise.resolve(next);
  };

function readNumber(answer: string): number {
  if (!/^\d+$/.test(answer)) throw new RangeError(`no number: ${answer}`);
  return Number(answer);
}

test('asks again after each answer that cannot be read, and says why', async () => {
  const told: unknown[] = [];
  const got = await askUntilRead(answers('hai', '', '7', '8'), readNumber, (reason) => {
    told.push(String(reason));
  });
  expect(got).toBe(7);
  expect(told).toEqual(['RangeError: no number: hai', 'RangeError: no number: ']);
});

test('ends when the person stops, and when the fault is not of the answer', async () => {
  const ignore = (): void => undefined;
  await expect(askUntilRead(answers('hai'), readNumber, ignore)).rejects.toThrow('stopped');
  const rethrow = (reason: unknown): void => {
    throw reason;
  };
  await expect(askUntilRead(answers('hai', '7'), readNumber, rethrow)).rejects.toThrow('hai');
});
