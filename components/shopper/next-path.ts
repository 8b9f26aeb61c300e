import type { Route } from 'next';

/**
 * Where to go after signing in, from the address bar, which anyone may have written.
 *
 * @returns the path when it is one of this site, else the fallback: `//evil.example` and
 *   `/\evil.example` would leave it.
 */
export function nextPath(text: string | null | undefined, fallback: Route): Route {
  return text && isLocalPath(text) ? text : fallback;
}

/** `/sign-in?next=/wallet`, so that a guest who must sign in first ends where they wanted. */
export function signInPath(next: string): Route {
  return `/sign-in?next=${encodeURIComponent(next)}` as Route;
}

/** The same for whoever is signed in already, but must type the password once more. */
export function signInAgainPath(next: string): Route {
  return `/sign-in?again=yes&next=${encodeURIComponent(next)}` as Route;
}

function isLocalPath(text: string): text is Route {
  return /^\/(?![/\\])[^\s\\]*$/.test(text);
}
