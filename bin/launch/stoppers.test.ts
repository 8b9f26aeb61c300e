import { describe, expect, it, vi } from 'vitest';
import { Stoppers } from './stoppers';

describe('Stoppers', () => {
  it('stops in the opposite order, each once, however often it is asked', async () => {
    const stopped: string[] = [];
    const stoppers = new Stoppers();
    stoppers.add(() => void stopped.push('database'));
    stoppers.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      stopped.push('app');
    });
    await Promise.all([stoppers.stopAll(), stoppers.stopAll()]);
    expect(stopped).toEqual(['app', 'database']);
  });

  it('goes on when one fails, and leaves out what has ended by itself', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const stopped: string[] = [];
    const stoppers = new Stoppers();
    stoppers.add(() => void stopped.push('database'));
    stoppers.add(() => Promise.reject(new Error('stuck')));
    stoppers.add(() => void stopped.push('build'))();
    await stoppers.stopAll();
    expect(stopped).toEqual(['database']);
    expect(complained).toHaveBeenCalledWith('Something did not stop cleanly: Error: stuck');
  });
});
