import { expect, test } from 'vitest';
import { inEveryBrowser } from './harness/matrix.ts';

inEveryBrowser(
  ({ open }) => {
    test('a document page says which document it is and how it stands', async () => {
      const page = await open('van-ban/901-qd-tv-2033.html');
      const facts = await page.$eval('article', (article) => ({
        doc: article.dataset.doc,
        status: article.dataset.status,
        text: article.textContent,
      }));
      expect(facts).toMatchObject({ doc: '901-qd-tv-2033', status: 'in-force' });
      for (const fact of ['901-QĐ/TV', '02/4/2033', 'Đảng ủy xã Minh Trí', 'Nguyễn Văn Thử']) {
        expect(facts.text).toContain(fact);
      }
    });

    test('a replaced document names its successor before anything else, and is named by it', async () => {
      const page = await open('van-ban/880-qd-tv-2031.html');
      const status = await page.$eval('article', (article) => article.dataset.status);
      const banner = await page.$eval('article > header', (header) => ({
        text: header.textContent,
        links: [...header.querySelectorAll('a')].map((link) => link.getAttribute('href')),
      }));
      expect(status).toBe('superseded');
      expect(banner.links).toContain('901-qd-tv-2033.html');
      expect(banner.text).toContain('02/4/2033');

      const successor = await open('van-ban/901-qd-tv-2033.html');
      const links = await successor.$$eval('#quan-he a', (all) =>
        all.map((link) => link.getAttribute('href')),
      );
      expect(links).toContain('880-qd-tv-2031.html');
      // Stated on the guiding document only; the inverse is computed.
      expect(links).toContain('3-hd-tv-2035.html');
    });

    test('every provision has its printed label, and points d and đ are two', async () => {
      const page = await open('van-ban/901-qd-tv-2033.html');
      const labels = await page.$$eval('[data-label]', (all) =>
        all.map(({ id, attributes }) => [id, attributes.getNamedItem('data-label')?.value]),
      );
      const byId = Object.fromEntries(labels) as Record<string, string>;
      expect(byId).toMatchObject({ d1: 'Điều 1', d2: 'Điều 2' });
      expect(byId['kt-d1a']).toContain('Điều 1a');
      expect(byId['kt-d2-2-d']).toContain('điểm d khoản 2 Điều 2');
      expect(byId['kt-d2-2-dd']).toContain('điểm đ khoản 2 Điều 2');
      expect(labels.length).toBeGreaterThan(9);
    });

    test('its head says once what reference managers look for', async () => {
      const page = await open('van-ban/901-qd-tv-2033.html');
      const tags = await page.$$eval('meta[name]', (all) =>
        all.map(({ name, content }) => [name, content] as const),
      );
      const title = await page.$eval('h1', ({ textContent }) => textContent);
      expect(tags).toEqual(
        expect.arrayContaining([
          ['citation_title', title],
          ['citation_publication_date', '2033-04-02'],
          ['citation_language', 'vi'],
          ['z:itemType', 'statute'],
          ['DC.identifier', '901-QĐ/TV'],
        ]),
      );
      const names = tags.map(([name]) => name);
      expect(names).toContain('DC.creator');
      expect(names).not.toContain('DC.title');
    });

    test('what is not known is said', async () => {
      const page = await open('van-ban/dieu-le-hoi-dong-tam-2034.html');
      const text = await page.$eval('article', (article) => article.textContent);
      expect(text).toContain('Chưa biết số và ngày ban hành.');
      expect(await page.$eval('article', ({ dataset }) => dataset.status)).toBe('unknown');
    });

    test('a number page shows every bearer with its date', async () => {
      const page = await open('so/25-nq-tv.html');
      const main = await page.$eval('main', (element) => ({
        text: element.textContent,
        links: [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')),
      }));
      expect(main.links).toContain('../van-ban/25-nq-tv-2032.html');
      expect(main.links).toContain('../van-ban/25-nq-tv-2036.html');
      expect(main.text).toMatch(/03\/6\/2032[\s\S]*09\/8\/2036/);
    });

    test('only sources that may be linked are links', async () => {
      const page = await open('van-ban/dieu-le-hoi-dong-tam-2034.html');
      const external = await page.$$eval('a[href^="http"]', (links) => links.length);
      const text = await page.$eval('article', (article) => article.textContent);
      expect(external).toBe(0);
      expect(text).toContain('https://minh-tri.example/dieu-le');
    });
  },
  { browsers: ['chromium'], transports: ['file'] },
);
