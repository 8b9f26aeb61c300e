import net, { type Socket } from 'node:net';

/** A browser sends one request after the other on a connection, so each begins a chunk. */
const REQUEST_LINE = /^GET (\S+) HTTP\/1/;

/** Stands between browser and app and counts what comes down: headers, bodies and all. */
export interface Wire {
  readonly url: string;
  /** Bytes from the app to the browser so far. */
  bytes(): number;
  /** How many there were when the browser last asked for a path; undefined when it never did. */
  bytesBefore(path: string): number | undefined;
  close(): void;
}

/**
 * @param appPort where the app serves plain HTTP on this machine
 * @param port where the browser asks instead
 */
export async function openWire(appPort: number, port: number): Promise<Wire> {
  let bytes = 0;
  const asked = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = net.createServer((browser) => {
    const app = net.connect(appPort, '127.0.0.1');
    app.on('data', (chunk) => (bytes += chunk.length));
    browser.on('data', (chunk) => {
      const path = REQUEST_LINE.exec(chunk.toString('latin1'))?.[1];
      if (path !== undefined) asked.set(path, bytes);
    });
    for (const [from, to] of [
      [browser, app],
      [app, browser],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${port}`,
    bytes: () => bytes,
    bytesBefore: (path) => asked.get(path),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
