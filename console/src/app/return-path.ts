/**
 * Where to go after signing in: only a path of this console, never another site.
 * @example
 * returnPath('?from=%2Fmembers%3Fstage%3DFAMILIAR') // => '/members?stage=FAMILIAR'
 * returnPath('?from=%2F%2Fevil.example') // => '/'
 */
export function returnPath(search: string): string {
  const from = new URLSearchParams(search).get('from') ?? '/';
  return /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/';
}

/** The sign-in address that comes back here; @example signInPath('/members') // => '/sign-in?from=%2Fmembers' */
export const signInPath = (from: string): string =>
  from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
