import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';
import { openPage } from './harness/visit.ts';

/*
 * The harness must not be kinder than a reader's browser: automation settings can open up file://,
 * and every test there would then prove nothing.
 */
inEveryBrowser(({ transport, root, openUnwatched }) => {
  test.each([
    ['a module', `import(new URL('control.mjs', location.href).href)`],
    ['a file', `fetch('control.mjs')`],
  ])(`a page ${transport === 'file' ? 'cannot' : 'can'} load %s`, async (_, code) => {
    const page = await openUnwatched('control.html');
    // As text, because vitest would rewrite import() in a function.
    const outcome = await page.evaluate(`${code}.then(() => 'loaded', () => 'refused')`);
    expect(outcome).toBe(transport === 'file' ? 'refused' : 'loaded');
  });

  test('an error, a foreign request and a breach of the policy are noticed', async () => {
    const browser = (await openUnwatched('index.html')).browser();
    const { page, trouble } = await openPage(browser, root());
    await page.goto(`${root()}index.html`);
    await page.evaluate(() => {
      console.error('on purpose');
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(image);
      return new Promise((done) => {
        image.addEventListener('error', done);
      });
    });
    const found = (await trouble()).join('\n');
    await page.close();
    expect(found).toContain('console error: on purpose');
    expect(found).toMatch(/policy: img-src https:\/\/elsewhere\.example/);
  });
});
