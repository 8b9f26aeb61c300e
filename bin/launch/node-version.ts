/** The oldest line of Node.js that still gets security fixes. */
const MAINTAINED_FROM = 22;

/** @returns what to say about this version of Node.js; undefined when nothing is wrong with it. */
export function nodeAdvice(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= MAINTAINED_FROM) return undefined;
  return `Node.js ${version} still works but gets no more security fixes: 24 or 22 is better.`;
}
