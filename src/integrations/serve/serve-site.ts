import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { absolutizeHtml } from './absolutize.ts';

/** A running server. */
export interface SiteServer {
  /** Address with the port, without a slash at the end. @example 'http://127.0.0.1:4321' */
  url: string;
  /** Stop, also connections that are still open. */
  close: () => Promise<void>;
}

/**
 * Serve a finished output on this machine only.
 *
 * @param directory The output; read once, at the start.
 * @param port 0 for any free one.
 * @throws `EADDRINUSE` when the port is taken.
 */
export async function serveSite(directory: string, port: number): Promise<SiteServer> {
  const serveFile = sirv(directory, { etag: true, setHeaders: addCharset });
  const sendMissing = missingPage(directory);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    serveFile(request, response, () => {
      sendMissing(request, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Types of text by suffix; sirv leaves out that they are UTF-8, and a browser would guess. */
const TEXT_TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
};

function addCharset(response: ServerResponse, path: string): void {
  const type = TEXT_TYPES[extname(path)];
  if (type !== undefined) response.setHeader('content-type', `${type}; charset=utf-8`);
}

/** Answers with `404.html`, whose relative addresses hold only at the root and so are made absolute. */
function missingPage(directory: string) {
  const file = join(directory, '404.html');
  const body = existsSync(file)
    ? absolutizeHtml(readFileSync(file), '404.html')
    : Buffer.from('404');
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(404, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
