import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { plainEnvironment } from './build-site.ts';
import { builtSite } from './harness/sites.ts';

let running: ChildProcess | undefined;
afterEach(() => running?.kill('SIGKILL'));

/** `npm start` on the fixture corpus. */
function start(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [resolve('scripts', 'start.ts'), ...args], {
    env: {
      ...plainEnvironment(),
      SITE_CONTENT: 'src/e2e/fixtures/content',
      SITE_OUT: '.cache/e2e/fixture',
      ...env,
    },
  });
  running = child;
  let output = '';
  const waiting = new Set<() => void>();
  const collect = (bytes: Buffer) => {
    output += bytes.toString();
    for (const check of waiting) check();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    output: () => output,
    exitCode: async () => (await closed)[0],
    /** Resolves once the pattern was printed; rejects when the program ends without it. */
    printed: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((found, failed) => {
        const check = () => {
          const match = pattern.exec(output);
          if (match) found(match);
        };
        waiting.add(check);
        check();
        void closed.then(() => {
          failed(new Error(`ended without ${pattern.source}:\n${output}`));
        });
      }),
  };
}

test('serves the fresh output, names the file to open, and stops on Ctrl+C', async () => {
  const site = start({ PORT: '0' });
  const [, url = ''] = await site.printed(/(http:\/\/127\.0\.0\.1:\d+)/);
  expect(site.output()).toContain(resolve('.cache', 'e2e', 'fixture', 'index.html'));
  expect(site.output()).toContain('không phải dựng lại');
  const response = await fetch(`${url}/van-ban/901-qd-tv-2033.html`);
  expect([response.status, await response.text()]).toEqual([
    200,
    expect.stringContaining('901-QĐ/TV'),
  ]);
  site.child.kill('SIGINT');
  expect(await site.exitCode()).toBe(0);
});

test('builds what is stale first', async () => {
  const work = await mkdtemp(join(tmpdir(), 'start-'));
  await cp('src/e2e/fixtures/content', join(work, 'content'), { recursive: true });
  const site = start({
    PORT: '0',
    SITE_CONTENT: join(work, 'content'),
    SITE_OUT: join(work, 'out'),
  });
  await site.printed(/published/);
  await site.printed(/http:\/\/127\.0\.0\.1:\d+/);
  site.child.kill('SIGTERM');
  expect(await site.exitCode()).toBe(0);
  await rm(work, { recursive: true });
});

test.each([
  ['a port that is taken', () => new URL(builtSite('fixture').http).port, /PORT=\d+ npm start/],
  ['a value that is no port', () => 'abc', /PORT=“abc”/],
])('refuses %s with a way out', async (_, port, expected) => {
  const site = start({ PORT: port() });
  expect(await site.exitCode()).toBe(1);
  expect(site.output()).toMatch(expected);
});

test('--help explains the settings', async () => {
  const site = start({}, '--help');
  expect(await site.exitCode()).toBe(0);
  expect(site.output()).toMatch(/PORT=[\s\S]*SITE_CONTENT=[\s\S]*SITE_OUT=/);
});
