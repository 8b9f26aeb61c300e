import net from 'node:net';
import { once } from 'node:events';
import type { Browser } from '../crash/http';

/** A connection that stands: what is sent next is on its way at once. */
export async function connected(origin: string): Promise<net.Socket> {
  const { hostname, port } = new URL(origin);
  const socket = net.connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}

/** A request as bytes, so that sending many takes the sender no time. */
export function bytesOf(browser: Browser, method: string, path: string, form = ''): string {
  const headers = {
    host: new URL(browser.origin).host,
    'x-forwarded-for': browser.address,
    cookie: browser.cookie,
    connection: 'close',
    ...(method === 'POST' && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(form),
    }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${form}`;
}
