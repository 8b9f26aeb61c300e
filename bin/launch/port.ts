import net from 'node:net';
import { codeOf, StartFailure } from './failure';

/** Asked first, so that nobody waits for a build only to learn that the port is taken. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      reject(new StartFailure(portSentence(port, codeOf(error))));
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  });
}

export function portSentence(port: number, code: string | undefined): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is in use: choose another with --port.`;
    case 'EACCES':
      return `Port ${String(port)} may not be used by this user: choose one above 1023 with --port.`;
    default:
      return `Port ${String(port)} cannot be used (${code ?? 'unknown error'}).`;
  }
}
