import { describe, expect, it } from 'vitest';
import { nodeAdvice } from './node-version';

describe('nodeAdvice', () => {
  it('advises whoever starts on a version that is past its end', () => {
    expect(nodeAdvice('20.20.2')).toBe(
      'Node.js 20.20.2 still works but gets no more security fixes: 24 or 22 is better.',
    );
  });

  it.each(['22.23.3', '24.21.0', '26.0.0'])('has nothing to say on %s', (version) => {
    expect(nodeAdvice(version)).toBeUndefined();
  });
});
