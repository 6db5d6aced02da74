import type { Connect } from 'vite';
import { bundleEntry, findEntries } from './bundle-client.ts';

const PREFIX = '/client/';

/** Addresses of the client scripts on the development server, which bundles them on each request. */
export async function devClientUrls(directory: string): Promise<Map<string, string>> {
  const names = (await findEntries(directory)).keys();
  return new Map([...names].map((name) => [name, `${PREFIX}${name}.js`]));
}

/** Answers requests for {@link devClientUrls}, so that a changed script needs only a reload. */
export function serveClient(directory: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const name = /^\/client\/([a-z0-9-]+)\.js$/.exec(request.url ?? '')?.[1];
    const answer = async () => {
      const file = name && (await findEntries(directory)).get(name);
      if (!file) {
        next();
        return;
      }
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(await bundleEntry(name, file));
    };
    answer().catch(next);
  };
}
