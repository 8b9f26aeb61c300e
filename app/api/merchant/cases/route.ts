import { listMerchantCases } from '@/lib/server/cases/merchant-cases';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/merchant/cases', {}, (manager) => listMerchantCases(manager));
