import 'server-only';

/** Keeps proxies from giving up on a silent connection, and tells the client that we live. */
export const HEARTBEAT_MS = 20_000;
/** Who asks for nothing through so many heartbeats reads no more, whatever the socket says. */
const UNREAD_BEATS_MAX = 2;

/** One open stream, for whoever writes to it. */
export interface EventStream {
  /** Sends an event. One that the reader has not asked for yet is replaced by a newer one. */
  sendLatest(event: string, data: string): void;
  /** Calls this once when the stream ends, at once when it has ended. */
  onEnd(giveUp: () => void): void;
  /** Ends the stream, after a last event if there is one. Further calls do nothing. */
  end(lastEvent?: string): void;
}

/**
 * Server-sent events, until the first of: the client leaves, reads no more, or `end` is called.
 *
 * @param signal of the request. A client may be gone before the route runs: then it is aborted
 *   already, sends no event any more, and nobody ever reads or cancels the response.
 * @param open called once, unless the client is gone already
 * @ensures at most one event waits in memory for a slow reader; what `onEnd` was given runs once
 */
export function eventStream(signal: AbortSignal, open: (stream: EventStream) => void): Response {
  const events = new Events(signal);
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => events.start(controller, open),
      pull: () => events.asked(),
      cancel: () => events.end(),
    },
    // Nothing is made ahead: a pull means that the reader has taken all that came before.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

class Events implements EventStream {
  readonly #signal: AbortSignal;
  readonly #encoder = new TextEncoder();
  readonly #giveUps: (() => void)[] = [];
  readonly #leave = () => this.end();
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #ended = false;
  /** The newest event that the reader has not asked for yet. */
  #waiting: string | undefined = 'retry: 1000\n\n';
  #isAsking = false;
  #unreadBeats = 0;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  start(
    controller: ReadableStreamDefaultController<Uint8Array>,
    open: (stream: EventStream) => void,
  ): void {
    this.#controller = controller;
    if (this.#signal.aborted) return this.end();
    this.#signal.addEventListener('abort', this.#leave);
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    try {
      open(this);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  sendLatest(event: string, data: string): void {
    this.#offer(`event: ${event}\ndata: ${data}\n\n`);
  }

  onEnd(giveUp: () => void): void {
    if (this.#ended) giveUp();
    else this.#giveUps.push(giveUp);
  }

  /** The one place where everything that the stream holds is given up. */
  end(lastEvent?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#signal.removeEventListener('abort', this.#leave);
    clearInterval(this.#heartbeat);
    for (const giveUp of this.#giveUps) giveUp();
    try {
      if (lastEvent) this.#write(`event: ${lastEvent}\ndata:\n\n`);
      this.#controller?.close();
    } catch {
      // The reader has cancelled: it is closed.
    }
  }

  asked(): void {
    this.#unreadBeats = 0;
    const text = this.#waiting;
    this.#waiting = undefined;
    if (text === undefined) this.#isAsking = true;
    else this.#write(text);
  }

  #beat(): void {
    if (this.#isAsking) this.#offer('event: still-here\ndata:\n\n');
    else if (++this.#unreadBeats >= UNREAD_BEATS_MAX) this.end();
  }

  #offer(text: string): void {
    if (this.#ended) return;
    if (!this.#isAsking) {
      this.#waiting = text;
      return;
    }
    this.#isAsking = false;
    this.#write(text);
  }

  #write(text: string): void {
    this.#controller?.enqueue(this.#encoder.encode(text));
  }
}
