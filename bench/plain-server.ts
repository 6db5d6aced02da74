import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file that was sent. */
export interface SentFile {
  /** From the root of the site. @example '/van-ban/x.html' */
  path: string;
  /** Of its body, as it went over the wire. */
  bytes: number;
}

/** Kinds of files that plain servers know; the ones that a server packs by default. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.html', '.css', '.js', '.json', '.svg']);

/** Serves a folder as nginx with gzip does, and notes what it sends. */
export class PlainServer {
  readonly sent: SentFile[] = [];
  readonly #server;

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = normalize(
        decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
      );
      readFile(join(folder, path)).then(
        (content) => {
          const type = extname(path);
          const isPacked =
            PACKED.has(type) && (request.headers['accept-encoding'] ?? '').includes('gzip');
          const body = isPacked ? gzipSync(content) : content;
          this.sent.push({ path, bytes: body.length });
          response.writeHead(200, {
            'content-type': TYPES[type] ?? 'application/octet-stream',
            'content-length': body.length,
            ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
          });
          response.end(body);
        },
        () => response.writeHead(404).end(),
      );
    });
  }

  /** @returns The address, without a slash at the end. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
