import { action } from '@/lib/server/http/action';
import { listCases } from '@/lib/server/operators/decide-cases';

export const GET = action('GET /api/operator/cases', {}, () => listCases());
