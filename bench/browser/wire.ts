import net, { type AddressInfo, type Socket } from 'node:net';

/** Stands between browser and app and counts what comes down: headers, bodies and all. */
export interface Wire {
  readonly url: string;
  /** Bytes from the app to the browser so far. */
  bytes(): number;
  close(): void;
}

/** @param appPort where the app serves plain HTTP on this machine. */
export async function openWire(appPort: number): Promise<Wire> {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = net.createServer((browser) => {
    const app = net.connect(appPort, '127.0.0.1');
    app.on('data', (chunk) => (bytes += chunk.length));
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    bytes: () => bytes,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
