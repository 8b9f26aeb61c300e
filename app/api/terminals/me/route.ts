import { action } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';

export const GET = action('GET /api/terminals/me', {}, async (terminal) => done(terminal));
