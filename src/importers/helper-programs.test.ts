import { expect, test } from 'vitest';
import { confined, runHelper } from './helper-programs.ts';

const run = (code: string, options: Partial<Parameters<typeof runHelper>[2]> = {}) =>
  runHelper(process.execPath, ['-e', code], { timeout: 30_000, ...options });

test('a program gives its output, or null when it fails or writes too much', async () => {
  expect((await run('console.log("xong")'))?.toString()).toBe('xong\n');
  expect((await run('console.error("lỗi")', { withErrors: true }))?.toString()).toBe('lỗi\n');
  expect(await run('process.exit(3)')).toBeNull();
  expect(await run('console.log("x".repeat(1000))', { maxOutput: 100 })).toBeNull();
  expect(await runHelper('/khong/co', [], { timeout: 1000 })).toBeNull();
});

test('a program is given what it reads, and ends when it is told to', async () => {
  const echo = 'process.stdin.pipe(process.stdout)';
  expect((await run(echo, { input: Buffer.from('chữ') }))?.toString()).toBe('chữ');
  // One that reads nothing of much is judged by how it ends.
  const input = Buffer.alloc(4 * 2 ** 20);
  expect((await run('console.log("xong")', { input }))?.toString()).toBe('xong\n');
  const stop = new AbortController();
  const waiting = run('setInterval(() => 0, 1000)', { signal: stop.signal });
  stop.abort();
  expect(await waiting).toBeNull();
  expect(await run('console.log("xong")', { signal: stop.signal })).toBeNull();
});

test.runIf(process.platform === 'linux')(
  'a program that holds too much memory is ended, one that does not is left alone',
  async () => {
    const hold = 'const held = Buffer.alloc(300e6, 1); setInterval(() => held, 1000)';
    const reasons: string[] = [];
    const onEnded = (why: string) => reasons.push(why);
    expect(await run(hold, { memory: 200e6, onEnded })).toBeNull();
    expect(reasons).toEqual(['memory']);
    const wait = 'setTimeout(() => console.log("xong"), 600)';
    expect((await run(wait, { memory: 200e6 }))?.toString()).toBe('xong\n');
  },
);

test('when its time is over, what it started ends with it', async () => {
  const inner = 'setInterval(() => 0, 1000)';
  const outer = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`;
  // The inner program holds the output open, so that the answer comes only once it has ended.
  expect(await run(outer, { timeout: 1000 })).toBeNull();
});

test('a confined program runs as it would otherwise', async () => {
  const [command, ...before] = await confined('/bin/echo');
  const output = await runHelper(command, [...before, 'xong'], { timeout: 30_000 });
  expect(output?.toString()).toBe('xong\n');
});
