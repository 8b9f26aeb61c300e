type Stop = () => void | Promise<void>;

/** What was started, so that all of it can be stopped in the opposite order. */
export class Stoppers {
  readonly #stops: Stop[] = [];
  #stopping: Promise<void> | undefined;

  /** @returns takes the stop off again, for what has ended by itself. */
  add(stop: Stop): () => void {
    this.#stops.push(stop);
    return () => {
      const at = this.#stops.indexOf(stop);
      if (at >= 0) this.#stops.splice(at, 1);
    };
  }

  /** What ends from now on was meant to. */
  get stopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** @ensures every stop ran, once, the last started first; one that throws holds up no other. */
  stopAll(): Promise<void> {
    this.#stopping ??= this.#run();
    return this.#stopping;
  }

  async #run(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) {
      try {
        await stop();
      } catch (error) {
        console.error(`Something did not stop cleanly: ${String(error)}`);
      }
    }
  }
}
