import type { EngineAnswer, EngineFailure } from './protocol';

/** Why the engine cannot go on; `message` is for the log, not for the person. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly failure: EngineFailure | 'closed',
    detail: string,
  ) {
    super(`face engine: ${failure}: ${detail}`);
  }
}

/** Something that happens once, or fails. Nobody need listen. */
export class Signal {
  readonly promise: Promise<void>;
  private settle: { come: () => void; fail: (error: EngineError) => void };

  constructor() {
    this.settle = { come: () => undefined, fail: () => undefined };
    this.promise = new Promise<void>((resolve, reject) => {
      this.settle = { come: resolve, fail: reject };
    });
    // Who waits for it hears of the failure; that nobody waits is no bug.
    this.promise.catch(() => undefined);
  }

  come(): void {
    this.settle.come();
  }

  fail(error: EngineError): void {
    this.settle.fail(error);
  }
}

type Kind = EngineAnswer['kind'];
type AnswerOf<K extends Kind> = Extract<EngineAnswer, { kind: K }>;

interface Question {
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: EngineError) => void;
}

/** Requests that are not answered yet. */
export class Questions {
  private readonly open = new Map<number, Question>();
  private failure: EngineError | undefined;

  /** @requires an id never used before. */
  async ask<K extends Kind>(kind: K, id: number): Promise<AnswerOf<K>> {
    if (this.failure) throw this.failure;
    const answer = await new Promise<EngineAnswer>((resolve, reject) => {
      this.open.set(id, { resolve, reject });
    });
    if (!isOf(kind, answer)) throw new TypeError(`asked for ${kind}, heard ${answer.kind}`);
    return answer;
  }

  answer(answer: EngineAnswer): void {
    this.take(answer.id)?.resolve(answer);
  }

  refuse(id: number, error: EngineError): void {
    this.take(id)?.reject(error);
  }

  /** Refuses all that is open and all that will be asked. */
  fail(error: EngineError): void {
    this.failure ??= error;
    for (const id of [...this.open.keys()]) this.refuse(id, error);
  }

  private take(id: number): Question | undefined {
    const question = this.open.get(id);
    this.open.delete(id);
    return question;
  }
}

function isOf<K extends Kind>(kind: K, answer: EngineAnswer): answer is AnswerOf<K> {
  return answer.kind === kind;
}
