/** The server's time; the one place that reads the clock. Pure code takes it as a parameter. */
export function now(): Date {
  return new Date();
}
