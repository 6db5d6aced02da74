import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkScript } from '../verify/rules/script.ts';
import { bundleClient, bundleEntry, findEntries } from './bundle-client.ts';
import { clientAssetsPlugin } from './client-assets-plugin.ts';
import { writeClient } from './write-client.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'));
  return () => rm(folder, { recursive: true });
});

async function put(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

describe('findEntries', () => {
  test('takes files and folders with an index, not tests nor parts', async () => {
    await put({
      'site/index.ts': '',
      'site/part.ts': '',
      'theme.ts': '',
      'theme.test.ts': '',
      'types.d.ts': '',
      'deep/site/index.ts': '',
    });
    expect([...(await findEntries(folder)).keys()]).toEqual(['site', 'theme']);
  });

  test('refuses one name twice', async () => {
    await put({ 'a.ts': '', 'a/index.ts': '' });
    await expect(findEntries(folder)).rejects.toThrow('two entries named a');
  });
});

describe('bundleClient', () => {
  test('gives one classic script per entry, readable by the oldest browsers', async () => {
    await put({
      'a.ts': `import { text } from './b/text.ts';
        { using file: Disposable | null = null; console.log(text satisfies string, file); }`,
      'b/text.ts': 'export const text: string = "đ";',
    });
    const [asset, ...rest] = [...(await bundleClient(folder, 'assets')).values()];
    expect(rest).toEqual([]);
    expect(asset?.fileName).toMatch(/^assets\/a\.[0-9a-f]{8}\.js$/);
    expect(asset?.code).not.toMatch(/\b(?:import|export)\b/);
    expect(checkScript('a.js', asset?.code ?? '')).toEqual([]);
  });

  test('names a script by its code: the same stays, a change renames', async () => {
    const names = async (code: string) => {
      await put({ 'a.ts': code });
      return [...(await bundleClient(folder, 'assets')).values()].map(({ fileName }) => fileName);
    };
    const first = await names('console.log(1)');
    expect(await names('console.log(1) // the same')).toEqual(first);
    expect(await names('console.log(2)')).not.toEqual(first);
  });

  test('writes marks without a letter as escapes', async () => {
    await put({ 'a.ts': String.raw`console.log('d\u0323\u0301', /[\u0300-\u036f]/, '\u2126')` });
    const [asset] = [...(await bundleClient(folder, 'assets')).values()];
    expect(asset?.code).toContain(String.raw`d\u0323\u0301`);
    expect(asset?.code).toContain(String.raw`\u2126`);
    expect(asset?.code).toBe(asset?.code.normalize('NFC'));
  });

  test('makes a worker a function that the page can hand over as text', async () => {
    await put({
      'a-worker.ts':
        'declare const workerScope: { say(text: string): void }; workerScope.say("đ");',
      'b-worker.ts': 'console.log(1)',
    });
    const file = (name: string) => join(folder, `${name}.ts`);
    const code = await bundleEntry('a-worker', file('a-worker'));
    const workers: Record<string, (scope: { say: (text: string) => void }) => void> = {};
    runInNewContext(code, { self: { workers } });
    const said: string[] = [];
    workers['a-worker']?.({ say: (text) => said.push(text) });
    expect(said).toEqual(['đ']);
    await expect(bundleEntry('b-worker', file('b-worker'))).rejects.toThrow('workerScope');
  });

  test('a script carries the sentences that it asks for, and no others', async () => {
    await put({
      'a.ts': 'import sentences from "virtual:sentences/site.theme"; console.log(sentences.dark);',
      'b.ts': 'import none from "virtual:sentences/site.none"; console.log(none);',
    });
    const file = (name: string) => join(folder, `${name}.ts`);
    const code = await bundleEntry('a', file('a'));
    expect(code).toContain('Tối');
    expect(code).not.toContain('Cỡ chữ');
    await expect(bundleEntry('b', file('b'))).rejects.toThrow('site.none');
  });

  test('a script knows the names of those that it loads, however they change', async () => {
    await put({
      'a.ts': 'import b from "virtual:script/b"; console.log(b);',
      'b.ts': 'import c from "virtual:script/c"; console.log(c);',
      'c.ts': 'console.log(1);',
    });
    const scripts = await bundleClient(folder, 'assets');
    const [a, b, c] = ['a', 'b', 'c'].map((name) => scripts.get(name));
    expect(a?.loads).toEqual([b?.fileName]);
    expect(a?.code).toContain(basename(b?.fileName ?? ''));
    await put({ 'c.ts': 'console.log(2);' });
    const changed = await bundleClient(folder, 'assets');
    for (const name of ['a', 'b', 'c'])
      expect(changed.get(name)?.fileName).not.toBe(scripts.get(name)?.fileName);

    const output = join(folder, 'output');
    writeClient(output, [...scripts.values()], new Set([b?.fileName ?? '']));
    expect((await readdir(join(output, 'assets'))).sort()).toEqual(
      [b, c].map((script) => basename(script?.fileName ?? '')).sort(),
    );
  });

  test('refuses scripts that load each other, and names that no script has', async () => {
    await put({
      'a.ts': 'import b from "virtual:script/b"; console.log(b);',
      'b.ts': 'import a from "virtual:script/a"; console.log(a);',
    });
    await expect(bundleClient(folder, 'assets')).rejects.toThrow('a → b → a');
    await put({ 'b.ts': 'import c from "virtual:script/c"; console.log(c);' });
    await expect(bundleClient(folder, 'assets')).rejects.toThrow('no entry c');
  });

  test('reports code that does not compile', async () => {
    await put({ 'a.ts': 'import "./none.ts";' });
    await expect(bundleClient(folder, 'assets')).rejects.toThrow('none.ts');
  });
});

test('pages ask for the address of a script by its name', async () => {
  const plugin = clientAssetsPlugin(() => Promise.resolve(new Map([['a', '/assets/a.js']])));
  const load = plugin.load as (id: string) => Promise<string | undefined>;
  const code = await load('\0virtual:client-assets');
  const url = `data:text/javascript,${encodeURIComponent(code ?? '')}`;
  const { clientUrl } = (await import(/* @vite-ignore */ url)) as {
    clientUrl: (name: string) => string;
  };
  expect(clientUrl('a')).toBe('/assets/a.js');
  expect(() => clientUrl('b')).toThrow('src/client has no entry b; it has a');
  expect(await load('other')).toBeUndefined();
});
