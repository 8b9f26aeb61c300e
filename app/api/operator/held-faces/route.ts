import { action } from '@/lib/server/http/action';
import { listHeldFaces } from '@/lib/server/operators/clear-held-faces';

export const GET = action('GET /api/operator/held-faces', {}, () => listHeldFaces());
