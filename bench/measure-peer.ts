import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { measureCommand, type BuildRow } from './measure-build.ts';

const PACKAGES = ['@11ty/eleventy@3', 'pagefind@1.6'];
const LAYOUT = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main data-pagefind-body><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>\n`;

/**
 * Build the same texts with Eleventy and Pagefind, the leanest peer: one bare template, search by
 * page. The packages stay in the folder given and are no part of this project.
 *
 * @returns Each of the two, and both together.
 * @throws When npm cannot install them.
 */
export async function measurePeer(content: string, folder: string): Promise<BuildRow[]> {
  await writeSources(content, folder);
  await measureCommand('install', ['npm', 'install', '--no-audit', ...PACKAGES], folder);
  const eleventy = ['npx', 'eleventy', '--quiet', '--input=src', '--output=_site'];
  const { row: pages } = await measureCommand('Eleventy alone', eleventy, folder);
  const pagefind = ['npx', 'pagefind', '--site', '_site'];
  const { row: search } = await measureCommand('Pagefind alone', pagefind, folder);
  const sum = (figure: 'CPU s' | 'wall s') =>
    Math.round((pages[figure] + search[figure]) * 10) / 10;
  const both = { what: 'Eleventy + Pagefind', 'CPU s': sum('CPU s'), 'wall s': sum('wall s') };
  return [pages, search, both];
}

async function writeSources(content: string, folder: string): Promise<void> {
  const source = join(folder, 'src');
  await mkdir(join(source, '_includes'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  await writeFile(join(source, '_includes', 'page.njk'), LAYOUT);
  const documents = join(content, 'van-ban');
  for (const name of await readdir(documents, { recursive: true })) {
    if (!name.endsWith('.mdx')) continue;
    const text = await readFile(join(documents, name), 'utf8');
    await writeFile(join(source, `${basename(name, '.mdx')}.md`), plainMarkdown(text));
  }
}

/** A document without what only this library understands. */
function plainMarkdown(text: string): string {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const title = /^title: (.*)$/m.exec(head)?.[1] ?? '';
  return `---\nlayout: page.njk\ntitle: ${JSON.stringify(title)}\n---\n${body.replace(/^<\/?\w+>$/gm, '')}`;
}
