import { expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/access/permissions';
import { isProven } from './request-proof';

it('signs what a terminal may ask, and leaves the rest alone', () => {
  for (const [route, kind] of Object.entries(PERMISSIONS)) {
    const path = route.split(' ')[1] ?? '';
    if (kind === 'terminal' || kind === 'guest') expect(isProven(path), route).toBe(true);
    else if (kind !== 'anyone' && !path.startsWith('/api/payments/'))
      expect(isProven(path), route).toBe(false);
  }
});
