import { fileURLToPath } from 'node:url';
import { getSupportedBrowsers } from 'next/dist/build/get-supported-browsers';
import { describe, expect, it } from 'vitest';

describe('the oldest browser', () => {
  // Next's own default is Safari 16.4, and its app router then keeps a `static {}` block, which
  // Safari 15 cannot even parse: the page would stay dead before any fallback of ours ran.
  it.each(['ios_saf 15.0-15.1', 'safari 15'])('is %s, and Next compiles for it', (browser) => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    expect(getSupportedBrowsers(root, false)).toContain(browser);
  });
});
