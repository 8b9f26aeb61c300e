import { expect, it } from 'vitest';
import { boundedQueue, type Lane } from './bounded-queue';

/** Work that ends when it is told to, and a record of what has begun. */
function bench(runningMax: number, waitingMax: number) {
  const run = boundedQueue({ runningMax, waitingMax });
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const ask = (name: string, lane: Lane = 'stranger') =>
    run(lane, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (error) => (error ? reject(error) : resolve(name)));
      });
    });
  return { ask, begun, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

it('runs so many at once and the others in turn', async () => {
  const { ask, begun, end } = bench(2, 5);
  const asked = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  expect(begun).toEqual(['a', 'b']);
  end('b');
  expect(await asked[1]).toBe('b');
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name);
  await Promise.all([asked[0], asked[2]]);
  end('d');
  expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd']);
});

it('turns away whoever finds no place to wait, and takes the next when there is one', async () => {
  const { ask, begun, end } = bench(1, 1);
  const [first, second, third] = [ask('a'), ask('b'), ask('c')];
  expect(await third).toBeUndefined();
  end('a');
  await first;
  const fourth = ask('d');
  end('b');
  await second;
  end('d');
  expect(await fourth).toBe('d');
  expect(begun).toEqual(['a', 'b', 'd']);
});

it('serves those who are known first, and strangers never take their places', async () => {
  const { ask, begun, end } = bench(1, 1);
  const running = ask('a');
  const stranger = ask('s');
  expect(await ask('t')).toBeUndefined();
  const known = ask('k', 'known');
  end('a');
  await running;
  await Promise.resolve();
  end('k');
  await known;
  await Promise.resolve();
  end('s');
  expect(await stranger).toBe('s');
  expect(begun).toEqual(['a', 'k', 's']);
});

it('goes on after work that failed', async () => {
  const { ask, end } = bench(1, 1);
  const [first, second] = [ask('a'), ask('b')];
  end('a', new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  await Promise.resolve();
  end('b');
  expect(await second).toBe('b');
});
