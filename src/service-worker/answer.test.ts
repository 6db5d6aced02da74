import { describe, expect, test, vi } from 'vitest';
import type { OfflinePlan } from '../lib/offline/plan.ts';
import { makeAnswer } from './answer.ts';
import type { RequestEvent, WorkerScope } from './scope.ts';
import { Store } from './store.ts';

const ROOT = 'https://vi-du.example/thu-vien/';
const PLAN: OfflinePlan = {
  id: '1',
  edition: '2035-03-09-3f2a9c01',
  core: {},
  words: { title: 'Chưa giữ', text: 'Trang này chưa giữ.', home: 'Trang đầu' },
};

/** A page that came from an address. */
function response(text: string, url: string, redirected = false): Response {
  const made = new Response(text);
  Object.defineProperty(made, 'url', { value: url });
  Object.defineProperty(made, 'redirected', { value: redirected });
  return made;
}

/** The worker's surroundings, with a server that is asked by `fetched`. */
function stage(fetched: () => Promise<Response>, broken = false, record?: string) {
  const kept = new Map<string, Response>();
  if (record !== undefined) kept.set(`${ROOT}.record`, new Response(record));
  const match = (url: string) =>
    broken ? Promise.reject(new Error('storage')) : Promise.resolve(kept.get(url)?.clone());
  const put = (url: string, made: Response) => Promise.resolve(void kept.set(url, made));
  const scope = {
    registration: { scope: ROOT },
    caches: { match, open: () => Promise.resolve({ put }) },
    fetch: vi.fn(fetched),
  } as unknown as WorkerScope;
  const answer = makeAnswer(new Store(scope, PLAN.id), scope, PLAN);
  const waiting: Promise<unknown>[] = [];
  /** What is kept for later is kept once this has come. */
  const settle = (): Promise<unknown> => Promise.all(waiting);
  const ask = async (path: string): Promise<string> => {
    const event: RequestEvent = {
      request: { mode: 'navigate' } as Request,
      respondWith: () => undefined,
      waitUntil: (work) => void waiting.push(work),
    };
    return (await answer(event, path)).text();
  };
  return { kept, ask, settle };
}

const PAGE = `${ROOT}van-ban/a.html`;

describe('answer', () => {
  test('keeps what the server gives, and gives it when the server fails', async () => {
    const answers = [response('một', PAGE), new Response('hỏng', { status: 500 })];
    const { ask, settle } = stage(() => Promise.resolve(answers.shift() ?? Response.error()));
    expect(await ask('van-ban/a.html')).toBe('một');
    await settle();
    expect(await ask('van-ban/a.html')).toBe('một');
    expect(await ask('van-ban/b.html')).toBe('');
  });

  test('goes to the server when the storage of the browser fails', async () => {
    const { ask } = stage(() => Promise.resolve(response('một', PAGE)), true);
    expect(await ask('van-ban/a.html')).toBe('một');
  });

  test('says so when there is neither', async () => {
    const { ask } = stage(() => Promise.reject(new TypeError('offline')), true);
    expect(await ask('van-ban/a.html')).toContain(PLAN.words.title);
  });

  test('keeps a page under a shorter name of it, but none that a network put in its place', async () => {
    const short = stage(() => Promise.resolve(response('một', `${ROOT}van-ban/a`, true)));
    await short.ask('van-ban/a.html');
    await short.settle();
    expect([...short.kept.keys()]).toEqual([PAGE]);
    const other = stage(() => Promise.resolve(response('đăng nhập', `${ROOT}dang-nhap`, true)));
    expect(await other.ask('van-ban/a.html')).toBe('đăng nhập');
    await other.settle();
    expect(other.kept.size).toBe(0);
  });

  test('a file of the edition stays as it was kept, whatever the server has by now', async () => {
    const record = JSON.stringify({ digests: [['van-ban/a.html', '12']], total: null });
    const { kept, ask, settle } = stage(
      () => Promise.resolve(response('hai', PAGE)),
      false,
      record,
    );
    kept.set(PAGE, response('một', PAGE));
    expect(await ask('van-ban/a.html')).toBe('hai');
    await settle();
    expect(await kept.get(PAGE)?.text()).toBe('một');
  });

  test('waits for a slow server once, not for each file of a page, and keeps its late answer', async () => {
    vi.useFakeTimers();
    try {
      const late: ((made: Response) => void)[] = [];
      const { kept, ask, settle } = stage(() => new Promise((resolve) => late.push(resolve)));
      for (const name of ['a', 'b']) {
        const url = `${ROOT}van-ban/${name}.html`;
        kept.set(url, response('cũ', url));
      }
      const first = ask('van-ban/a.html');
      await vi.advanceTimersByTimeAsync(3900);
      expect(late).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(200);
      expect(await first).toBe('cũ');
      const second = ask('van-ban/b.html');
      await vi.advanceTimersByTimeAsync(1);
      expect(await second).toBe('cũ');
      for (const resolve of late) resolve(response('mới', PAGE));
      await settle();
      expect(await kept.get(PAGE)?.text()).toBe('mới');
    } finally {
      vi.useRealTimers();
    }
  });
});
