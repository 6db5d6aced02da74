import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest, wrapValue } from '../integrations/search-index/search-files.ts';
import { serveSite } from '../integrations/serve/serve-site.ts';
import { normalizeAddress } from '../lib/library/other-libraries.ts';
import { MANIFEST_FILE, SEARCH_FOLDER } from '../lib/search/index-format.ts';
import { inEveryBrowser } from './harness/matrix.ts';
import { results } from './harness/results.ts';
import { builtSite } from './harness/sites.ts';

/** Folders side by side, as on a stick. */
const OWN = 'xã Minh Trí';
const ALONE = 'xã một mình';
const OTHER = 'Thư viện chung';
const NAME = 'Thư viện <chung>';

let work: string;
let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'libraries-'));
  await cp(builtSite('full-text').directory, join(work, OTHER), { recursive: true });
  await layOut(OWN, `../${OTHER}`);
  await layOut(ALONE, '../không có ở đây');
  server = await serveSite(work, 0);
});
afterAll(async () => {
  await server.close();
  await rm(work, { recursive: true });
});

/** The fixture as a build with this other library writes it: the manifest alone tells of it. */
async function layOut(folder: string, address: string): Promise<void> {
  const site = join(work, folder);
  await cp(builtSite('fixture').directory, site, { recursive: true });
  const libraries = [{ name: NAME, address: normalizeAddress(address) }];
  const manifest = { ...(await readManifest(site)), libraries };
  await writeFile(join(site, SEARCH_FOLDER, MANIFEST_FILE), wrapValue(manifest));
}

inEveryBrowser(({ transport, openBlank, openUnwatched }) => {
  const root = () => (transport === 'http' ? `${server.url}/` : `${pathToFileURL(work).href}/`);
  const resultsOf = (folder: string, query: string) =>
    `${root()}${encodeURIComponent(folder)}/tim-kiem.html?q=${encodeURIComponent(query)}`;

  test('two libraries are one list, and a hit of the other one leads into it', async () => {
    const page = await openBlank(root());
    // Wide enough for the filters to stand beside the results.
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(resultsOf(OWN, '901-QĐ/TV'));
    await page.waitForSelector('#ket-qua > li[data-library]');
    const docs = (await results(page)).map(({ doc }) => doc);
    expect(docs.slice(0, 2).sort()).toEqual(['901-qd-tv-2031', '901-qd-tv-2033']);
    const other = '#ket-qua > li[data-doc="901-qd-tv-2031"]';
    expect(await page.$eval(`${other} .hit-library`, (place) => place.textContent)).toBe(NAME);
    await page.waitForSelector('[data-libraries][hidden]');
    await page.click('input[name="thu-vien"][value="0"]');
    await page.waitForFunction(() => !document.querySelector('#ket-qua > li[data-library]'));
    await page.click('input[name="thu-vien"][value="0"]');
    await page.waitForSelector(other);
    await Promise.all([page.waitForNavigation(), page.click(`${other} a.hit-link`)]);
    expect(decodeURIComponent(page.url())).toContain(`/${OTHER}/van-ban/901-qd-tv-2031.html`);
  });

  test('the dialog asks both', async () => {
    const page = await openBlank(root());
    await page.goto(`${root()}${encodeURIComponent(OWN)}/huong-dan.html`);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('vuon rau chung');
    await page.waitForSelector('dialog li[data-library][data-doc="31-qdi-tv-2034"]');
  });

  test('a library that is not there is told of, and the own answer stands', async () => {
    const page = await openUnwatched('index.html');
    await page.goto(resultsOf(ALONE, '901-QĐ/TV'));
    await page.waitForFunction(() =>
      document.querySelector('[data-libraries]')?.textContent.startsWith('Không mở được'),
    );
    expect(await page.$eval('[data-libraries]', (line) => line.textContent)).toContain(NAME);
    expect((await results(page))[0]?.doc).toBe('901-qd-tv-2033');
  });
});
