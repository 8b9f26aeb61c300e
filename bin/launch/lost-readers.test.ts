import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

/** Logs what it did not expect, as a server does, and tells its parent how often that was. */
const SERVER = `
  import { outliveReaders } from './bin/launch/lost-readers.mjs';
  if (process.argv[1] === 'guarded') outliveReaders();
  let faults = 0;
  process.on('uncaughtException', (error) => {
    faults += 1;
    if (faults < 1_000) process.stderr.write(String(error));
  });
  process.once('message', () => {
    setInterval(() => process.stderr.write('somebody left'), 10);
    setTimeout(() => process.send(faults, () => process.exit()), 300);
  });
  process.send('ready');
`;

async function faultsWithoutReader(how: 'guarded' | 'bare'): Promise<unknown> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SERVER, how], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  await once(child, 'message');
  child.stderr?.destroy();
  child.send('log something');
  const [faults] = (await once(child, 'message')) as [unknown];
  return faults;
}

it('a log that nobody reads any more is no fault', async () => {
  expect(await faultsWithoutReader('guarded')).toBe(0);
  expect(await faultsWithoutReader('bare')).toBeGreaterThan(0);
});
