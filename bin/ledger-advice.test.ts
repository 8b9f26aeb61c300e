import { expect, it } from 'vitest';
import { adviceFor } from './ledger-advice';

it('says what to look at when a payment is wrong, and that the app may go on', () => {
  const id = '0191d2f0-0000-7000-8000-000000000001';
  const advice = adviceFor({ wrongPaymentId: id, isAuditWrong: false });
  expect(advice).toContain(`FROM payments WHERE id = '${id}'`);
  expect(advice).toContain(`reference_id = '${id}'`);
  expect(advice).toContain('The app may go on');
  expect(advice).toContain('ledger:verify again');
});

it('says to stop when the ledger itself is wrong', () => {
  const advice = adviceFor({ wrongPaymentId: undefined, isAuditWrong: false });
  expect(advice).toContain('Stop the app now');
  expect(advice).toContain('backup');
});

it('says that the app may go on when only the audit trail was changed', () => {
  const advice = adviceFor({ wrongPaymentId: undefined, isAuditWrong: true });
  expect(advice).toContain('The app may go on');
  expect(advice).toContain('audit_entries');
});
