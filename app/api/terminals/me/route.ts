import { terminalAction } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';

export const GET = terminalAction({}, async (terminal) => done(terminal));
