/** A worker thread knows nothing of TypeScript: this teaches it, then runs the index. */
import { register } from 'tsx/esm/api';

register();
await import(new URL('./index-worker.ts', import.meta.url).href);
