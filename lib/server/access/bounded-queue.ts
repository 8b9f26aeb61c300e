/** Who is served first when work has to wait: known people and counters, then everybody else. */
export const LANES = ['known', 'stranger'] as const;
export type Lane = (typeof LANES)[number];

export interface Bounds {
  readonly runningMax: number;
  /** Per lane, so that strangers cannot take the places of those who are known. */
  readonly waitingMax: number;
}

/**
 * Makes a queue for work that occupies the machine.
 *
 * @returns runs some work as soon as there is room; undefined at once when all places to wait in
 *   its lane are taken
 */
export function boundedQueue({ runningMax, waitingMax }: Bounds) {
  const waiting: Record<Lane, (() => void)[]> = { known: [], stranger: [] };
  let running = 0;

  /** The place is handed over, so that nobody who comes in between can take it. */
  function handOver(): void {
    const lane = LANES.find((name) => waiting[name].length > 0);
    if (lane) waiting[lane].shift()?.();
    else running -= 1;
  }

  return async function run<T>(lane: Lane, work: () => Promise<T>): Promise<T | undefined> {
    if (running < runningMax) running += 1;
    else if (waiting[lane].length < waitingMax)
      await new Promise<void>((resolve) => waiting[lane].push(resolve));
    else return undefined;
    try {
      return await work();
    } finally {
      handOver();
    }
  };
}
