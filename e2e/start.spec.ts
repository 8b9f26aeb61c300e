import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { lanAddresses } from '@/bin/launch/network';
import { readRunning } from '@/bin/launch/data-dir';
import { expect, test } from './fixtures';
import { freePort, launch, newDataDir } from './launch';
import { signInStaff } from './people/staff';

/** `bin/start` itself, each time on a data folder and a port of its own. */
const place = test.extend<{ dataDir: string; port: number }>({
  dataDir: async ({}, use) => {
    const dataDir = newDataDir();
    await use(dataDir);
    fs.rmSync(dataDir, { recursive: true, force: true });
  },
  port: async ({}, use) => use(await freePort()),
});

const health = (port: number) => fetch(`http://localhost:${port}/api/health`);
const postmaster = (dataDir: string) => path.join(dataDir, 'postgres', 'postmaster.pid');

place('starts, stops and starts again', async ({ dataDir, port }) => {
  test.setTimeout(120_000);
  const args = ['--port', String(port), '--data-dir', dataDir];
  const first = launch(args);
  await first.ready;
  expect(first.stdout()).toContain(`Ready: http://localhost:${port}`);
  expect(await (await health(port)).json()).toMatchObject({ status: 'ok', database: 'ok' });
  expect(readRunning(dataDir)?.pid).toBe(first.child.pid);

  await test.step('a second one on the same data is told so', async () => {
    const second = launch(['--port', String(await freePort()), '--data-dir', dataDir]);
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toContain(`It is already running at http://localhost:${port}`);
  });

  await test.step('SIGTERM stops everything that it started', async () => {
    expect(fs.existsSync(postmaster(dataDir))).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(fs.existsSync(postmaster(dataDir))).toBe(false);
    await expect(health(port)).rejects.toThrow();
  });

  await test.step('the next start is ready within 5 s (the quicker of two)', async () => {
    const times: number[] = [];
    for (let i = 0; i < 2; i++) {
      const startedAt = performance.now();
      const again = launch(args);
      await again.ready;
      times.push(performance.now() - startedAt);
      await again.stop();
    }
    expect(Math.min(...times)).toBeLessThan(5_000);
  });
});

place('a start after kill -9 goes on where it was', async ({ dataDir, port }) => {
  test.setTimeout(120_000);
  const args = ['--port', String(port), '--data-dir', dataDir];
  const killed = launch(args);
  await killed.ready;
  const secrets = fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8');
  killed.child.kill('SIGKILL');
  await killed.exited;
  expect(fs.existsSync(postmaster(dataDir))).toBe(true);

  const next = launch(args);
  await next.ready;
  expect((await health(port)).status).toBe(200);
  expect(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
  await next.stop();
  expect(fs.existsSync(postmaster(dataDir))).toBe(false);
});

place('what is in the way is said in one sentence', async ({ dataDir, port }) => {
  const occupied = net.createServer();
  await new Promise<void>((resolve) => occupied.listen(port, '127.0.0.1', resolve));
  const free = String(await freePort());
  const file = path.join(dataDir, 'file');
  fs.writeFileSync(file, '');
  const cases: [readonly string[], Record<string, string>, string][] = [
    [['--port', String(port), '--data-dir', dataDir], {}, `Port ${port} is in use`],
    [['--port', free, '--data-dir', file], {}, 'cannot be written to (ENOTDIR)'],
    [['--port', free, '--data-dir', dataDir], { DATABASE_URL: 'nonsense' }, 'is not an address'],
    [
      ['--port', free, '--data-dir', dataDir],
      { DATABASE_URL: `postgresql://a:secret@127.0.0.1:${await freePort()}/b` },
      'where no PostgreSQL answers (ECONNREFUSED)',
    ],
  ];
  for (const [args, env, sentence] of cases) {
    const refused = launch(args, env);
    expect(await refused.exited).toBe(1);
    expect(refused.stderr().trim()).toContain(sentence);
    expect(refused.stderr().trim().split('\n')).toHaveLength(1);
    expect(refused.stderr()).not.toContain('secret@');
  }
  occupied.close();
});

place('--https gives another device a secure page', async ({ browser, dataDir, port }) => {
  test.setTimeout(120_000);
  const app = launch(['--https', '--port', String(port), '--data-dir', dataDir]);
  await app.ready;
  const [ip] = lanAddresses();
  expect(app.stdout()).toContain(`https://localhost:${port}`);
  if (ip) expect(app.stdout()).toMatch(new RegExp(`https://${ip}:${port}\\n[█▀▄ \\n]{100}`));

  const baseURL = `https://${ip ?? 'localhost'}:${port}`;
  const context = await browser.newContext({ baseURL, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await signInStaff(page);
  expect(await page.evaluate(() => 'mediaDevices' in navigator)).toBe(true);
  const cookies = (await context.cookies()).filter(({ name }) => name.includes('session'));
  expect(cookies.map(({ name, secure }) => [name, secure])).toEqual([
    ['__Host-smile-staff.session', true],
  ]);
  const health = await page.request.get('/api/health');
  expect(health.headers()['strict-transport-security']).toContain('max-age=31536000');
  const issued = await page.request.get('/api/staff/auth/csrf');
  const { csrfToken } = (await issued.json()) as { csrfToken: string };
  await page.request.post('/api/staff/auth/signout', { form: { csrfToken } });
  const left = (await context.cookies()).map(({ name }) => name);
  expect(left).not.toContain('__Host-smile-staff.session');
  await context.close();
  await app.stop();
});
