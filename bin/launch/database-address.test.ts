import net, { type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { databaseAdvice, explainDatabaseError, requireReachable } from './database-address';
import { StartFailure } from './failure';

async function listener(): Promise<{ port: number; close: () => void }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('requireReachable', () => {
  it('is content when something listens there', async () => {
    const { port, close } = await listener();
    await expect(
      requireReachable(`postgresql://u:p@127.0.0.1:${String(port)}/shop`),
    ).resolves.toBeUndefined();
    close();
  });

  it('names host and port when nothing does, and never the password', async () => {
    const { port, close } = await listener();
    close();
    const refusal = requireReachable(`postgresql://u:hunter2@127.0.0.1:${String(port)}/shop`);
    await expect(refusal).rejects.toThrow(
      `DATABASE_URL points at 127.0.0.1:${String(port)}, where no PostgreSQL answers (ECONNREFUSED).`,
    );
    await expect(refusal).rejects.not.toThrow(/hunter2/);
  });

  it.each([
    ['nonsense', 'DATABASE_URL is not an address'],
    ['mysql://localhost/shop', 'DATABASE_URL must begin with postgresql://.'],
  ])('refuses %s', async (url, sentence) => {
    await expect(requireReachable(url)).rejects.toThrow(sentence);
  });
});

describe('explainDatabaseError', () => {
  const url = 'postgresql://ann:hunter2@db.example:5432/shop';

  it('says what is wrong with the address, without the password', () => {
    const explained = explainDatabaseError(Object.assign(new Error('…'), { code: '3D000' }), url);
    expect(explained).toEqual(
      new StartFailure(
        'The PostgreSQL at db.example:5432/shop has no database of this name (user ann): check DATABASE_URL.',
      ),
    );
  });

  it('finds the code in a cause, and leaves other errors alone', () => {
    const wrapped = new Error('migrate', {
      cause: Object.assign(new Error('…'), { code: '28P01' }),
    });
    expect(String(explainDatabaseError(wrapped, url))).toContain('user and password');
    const other = new Error('syntax error');
    expect(explainDatabaseError(other, url)).toBe(other);
  });
});

describe('databaseAdvice', () => {
  it.each([
    ['on this machine', 'postgresql://u:p@127.0.0.1:5432/shop'],
    ['a socket', 'postgresql:///shop'],
    ['over TLS', 'postgresql://u:p@db.example/shop?sslmode=verify-full'],
  ])('has nothing to say of %s', (_, url) => {
    expect(databaseAdvice(url)).toBeUndefined();
  });

  it.each([
    'postgresql://u:hunter2@db.example/shop',
    'postgresql://u:hunter2@10.0.0.7/shop?sslmode=disable',
  ])('says that others can read along: %s', (url) => {
    expect(databaseAdvice(url)).toMatch(/not encrypted: add sslmode=verify-full/);
    expect(databaseAdvice(url)).not.toContain('hunter2');
  });
});
