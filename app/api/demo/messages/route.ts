import { readInbox } from '@/lib/server/demo/read-inbox';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/demo/messages', {}, () => readInbox());
