import { sharedReceiptSchema } from '@/lib/api/receipts';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { readSharedReceipt } from '@/lib/server/payments/share-receipt';

export const POST = action(
  'POST /api/shared-receipts',
  { body: sharedReceiptSchema },
  (_, { body, request }) => readSharedReceipt(body.token, addressOf(request)),
);
