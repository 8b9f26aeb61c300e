import { listOwnCases } from '@/lib/server/cases/open-case';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/me/cases', {}, (shopper) => listOwnCases(shopper));
