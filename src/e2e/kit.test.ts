import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { visit } from './harness/visit.ts';

const DOORWAY = 'MO-TRANG-NAY.html';

let work: string;
let kit: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'kit-'));
  kit = join(work, 'Bộ #1 100%');
  // The output of the build itself: the copy that the browsers open has files of the tests in it.
  const args = [resolve('scripts', 'usb.ts'), '--site', resolve('.cache/e2e/fixture'), kit];
  const { status, stderr } = spawnSync(process.execPath, args);
  expect(status, stderr.toString()).toBe(0);
});
afterAll(() => rm(work, { recursive: true, force: true }));

inEveryBrowser(
  ({ openUnwatched }) => {
    test('a double click on the doorway opens the library', async () => {
      const browser = (await openUnwatched('index.html')).browser();
      const root = `${pathToFileURL(kit).href}/`;
      const { page, trouble } = await visit(browser, root, DOORWAY);
      await page.waitForFunction(() => location.pathname.endsWith('/thu-vien/index.html'));
      await page.waitForSelector('main input[name="q"]');
      expect(await trouble()).toEqual([]);
      await page.close();
    });

    test('opened within an archive, the doorway stays and says what to do', async () => {
      const alone = join(work, 'Temp1_thu-vien.zip');
      await mkdir(alone, { recursive: true });
      await cp(join(kit, DOORWAY), join(alone, DOORWAY));
      const browser = (await openUnwatched('index.html')).browser();
      const { page } = await visit(
        browser,
        pathToFileURL(work).href,
        `/Temp1_thu-vien.zip/${DOORWAY}`,
      );
      // The picture that it waits for is not there.
      await page.evaluate(
        () =>
          new Promise((done) => {
            const picture = new Image();
            picture.onerror = done;
            picture.src = 'thu-vien/bieu-tuong.svg';
          }),
      );
      expect(page.url()).toContain(DOORWAY);
      expect(await page.$eval('body', (body) => body.innerText)).toContain('giải nén');
      await page.close();
    });
  },
  { transports: ['file'] },
);
