import type { Descriptor } from '@/lib/recognition/descriptor';
import type { NotedNeighbour } from './noted-neighbours';
import type { NamedSearch } from './search';
import type { Space } from './spaces';

/** What the server asks the index's worker. */
export interface IndexQuestion {
  readonly id: number;
  readonly template: Descriptor;
  readonly space: Space;
  readonly count: number;
  readonly except: string | undefined;
}

export interface IndexState {
  readonly people: number;
  /** Of `face_changes`. */
  readonly version: string;
  readonly loadMs: number;
  readonly searchName: NamedSearch['name'];
}

export type IndexMessage =
  | { readonly kind: 'state'; readonly state: IndexState }
  | { readonly kind: 'answer'; readonly id: number; readonly found: readonly NotedNeighbour[] };
