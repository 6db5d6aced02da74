import { expect, test } from 'vitest';
import { Refusal } from '../import-error.ts';
import { createQueue, eachPage, OcrClock } from './page-pool.ts';

const FAILED = new Refusal('ocr-failed');

/** A clock that only goes on when it is told to. */
function handClock(): { now: () => number; wait: (seconds: number) => void } {
  let time = 0;
  return { now: () => time, wait: (seconds) => (time += seconds * 1000) };
}

test('results stand in the order of the pages, whichever is done first', async () => {
  const clock = new OcrClock({ until: Infinity, seconds: 30 }, 5);
  const pages = await eachPage(5, 2, clock, async (page) => {
    await new Promise((resolve) => setTimeout(resolve, page % 2 === 1 ? 5 : 0));
    return page;
  });
  expect(pages).toEqual([1, 2, 3, 4, 5]);
});

test('a scan that cannot be done in time is refused after a few pages, with the time it needs', async () => {
  const { now, wait } = handClock();
  const told: string[] = [];
  const onPage = (done: number, of: number): void => void told.push(`${done}/${of}`);
  const clock = new OcrClock({ until: 30_000, seconds: 30, onPage }, 100, now);
  const work = eachPage(100, 1, clock, () => {
    wait(1);
    return Promise.resolve('chữ');
  });
  await expect(work).rejects.toMatchObject({
    id: 'ocr-too-long',
    values: { pages: '100', limit: '30', needed: '140' },
  });
  expect(told).toEqual(['1/100', '2/100', '3/100', '4/100', '5/100', '6/100']);
});

test('a program that gives nothing has failed, or had too little time', async () => {
  const { now, wait } = handClock();
  const clock = new OcrClock({ until: 30_000, seconds: 30 }, 1, now);
  await expect(clock.ask(() => Promise.resolve(null), FAILED)).rejects.toBe(FAILED);
  const late = clock.ask(({ timeout }) => {
    wait(timeout / 1000);
    return Promise.resolve(null);
  }, FAILED);
  await expect(late).rejects.toMatchObject({ id: 'ocr-too-long', values: { needed: '60' } });
  await expect(clock.ask(() => Promise.resolve(''), FAILED)).rejects.toMatchObject({
    id: 'ocr-too-long',
  });
});

test('the first failure ends the programs that still run', async () => {
  const clock = new OcrClock({ until: Infinity, seconds: 30 }, 3);
  let ended = 0;
  const work = eachPage(3, 2, clock, (page) =>
    clock.ask(
      ({ signal }) =>
        page === 1
          ? Promise.resolve(null)
          : new Promise<null>((resolve) => {
              signal.addEventListener('abort', () => {
                ended++;
                resolve(null);
              });
            }),
      FAILED,
    ),
  );
  await expect(work).rejects.toBe(FAILED);
  expect(ended).toBe(1);
});

test('a queue does one thing at a time, and goes on after one that failed', async () => {
  const queue = createQueue();
  const seen: string[] = [];
  const step = (name: string) => async (): Promise<void> => {
    seen.push(`${name} bắt đầu`);
    await Promise.resolve();
    seen.push(`${name} xong`);
    if (name === 'a') throw FAILED;
  };
  const first = queue(step('a'));
  await Promise.all([expect(first).rejects.toBe(FAILED), queue(step('b'))]);
  expect(seen).toEqual(['a bắt đầu', 'a xong', 'b bắt đầu', 'b xong']);
});
