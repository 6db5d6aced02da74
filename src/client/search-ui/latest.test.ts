import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

/** A task whose end the test decides. */
function pending<T>(): {
  promise: Promise<T>;
  end: (value: T) => void;
  fail: (error: Error) => void;
} {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  return { promise, end: resolve, fail: reject };
}

test('delivers the latest answer only, whichever comes first', async () => {
  const latest = new Latest();
  const delivered: string[] = [];
  const [old, young] = [pending<string>(), pending<string>()];
  const note = (value: unknown): void => void delivered.push(String(value));
  latest.run(() => old.promise, note, note);
  latest.run(() => young.promise, note, note);
  young.end('young');
  old.end('old');
  await Promise.all([old.promise, young.promise]);
  expect(delivered).toEqual(['young']);
});

test('delivers the failure of the latest call and drops a cancelled one', async () => {
  const latest = new Latest();
  const delivered: string[] = [];
  const note = (value: unknown): void => void delivered.push(String(value));
  const [failing, cancelled] = [pending<string>(), pending<string>()];
  latest.run(() => failing.promise, note, note);
  failing.fail(new Error('lost'));
  await failing.promise.catch(() => undefined);
  latest.run(() => cancelled.promise, note, note);
  latest.cancel();
  cancelled.end('late');
  await cancelled.promise;
  expect(delivered).toEqual(['Error: lost']);
});

test('tells early what the latest call knows, never what an older one does', () => {
  const latest = new Latest();
  const told: string[] = [];
  const note = (value: string): void => void told.push(value);
  const none = (): void => undefined;
  const tells: ((value: string) => void)[] = [];
  const task = (tell: (value: string) => void): Promise<string> => {
    tells.push(tell);
    return pending<string>().promise;
  };
  latest.run(task, none, none, note);
  tells[0]?.('old, in time');
  latest.run(task, none, none, note);
  tells[0]?.('old, too late');
  tells[1]?.('young');
  latest.cancel();
  tells[1]?.('cancelled');
  expect(told).toEqual(['old, in time', 'young']);
});
