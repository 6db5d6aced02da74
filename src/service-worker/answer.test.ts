import { describe, expect, test, vi } from 'vitest';
import type { OfflinePlan } from '../lib/offline/plan.ts';
import { answer } from './answer.ts';
import type { RequestEvent, WorkerScope } from './scope.ts';
import { Store } from './store.ts';

const ROOT = 'https://vi-du.example/thu-vien/';
const PLAN: OfflinePlan = {
  id: '1',
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

function stage(fetched: () => Promise<Response>, broken = false) {
  const kept = new Map<string, Response>();
  const cache = {
    match: (url: string) => Promise.resolve(kept.get(url)?.clone()),
    put: (url: string, made: Response) => Promise.resolve(void kept.set(url, made)),
  };
  const open = () => (broken ? Promise.reject(new Error('storage')) : Promise.resolve(cache));
  const scope = {
    registration: { scope: ROOT },
    caches: { open },
    fetch: vi.fn(fetched),
    clients: { get: () => Promise.resolve(undefined) },
  } as unknown as WorkerScope;
  const store = new Store(scope, PLAN.id);
  const ask = async (path: string): Promise<string> => {
    const waiting: Promise<unknown>[] = [];
    const event: RequestEvent = {
      request: { mode: 'navigate' } as Request,
      resultingClientId: '',
      respondWith: () => undefined,
      waitUntil: (work) => void waiting.push(work),
    };
    const text = await (await answer(event, path, store, scope, PLAN)).text();
    await Promise.all(waiting);
    return text;
  };
  return { kept, ask };
}

const PAGE = `${ROOT}van-ban/a.html`;

describe('answer', () => {
  test('keeps what the server gives, and gives it when the server fails', async () => {
    const answers = [response('một', PAGE), new Response('hỏng', { status: 500 })];
    const { ask } = stage(() => Promise.resolve(answers.shift() ?? Response.error()));
    expect(await ask('van-ban/a.html')).toBe('một');
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
    expect([...short.kept.keys()]).toEqual([PAGE]);
    const other = stage(() => Promise.resolve(response('đăng nhập', `${ROOT}dang-nhap`, true)));
    expect(await other.ask('van-ban/a.html')).toBe('đăng nhập');
    expect(other.kept.size).toBe(0);
  });
});
