import type { Route } from './action';
import { ANSWER_FLOOR_MS, answerNoSoonerThan } from './answer-floor';

/** The whole route waits, so that what is refused before the use case is no faster either. */
export function withAnswerFloor(route: Route): Route {
  return (request, context) => answerNoSoonerThan(ANSWER_FLOOR_MS, () => route(request, context));
}
