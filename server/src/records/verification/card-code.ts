/** Without I, O and U, which are read as 1, 0 and V; a prime number of characters, so that the check finds every slip. */
const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 7;
const SHAPE = new RegExp(`^[${CHARACTERS}]{${RANDOM_CHARACTERS + 1}}$`);

/** Weights 2, 3, … differ from one another, so a wrong character and two that changed places both show. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, each, index) => total + CHARACTERS.indexOf(each) * (index + 2), 0);
  return CHARACTERS[sum % CHARACTERS.length] ?? '';
}

/** A new code: seven characters nobody can guess, and one that finds typing errors. */
export function makeCardCode(integer: (below: number) => number): string {
  const body = Array.from(
    { length: RANDOM_CHARACTERS },
    () => CHARACTERS[integer(CHARACTERS.length)] ?? '',
  ).join('');
  return body + checkCharacter(body);
}

/**
 * As people read it: in two halves.
 * @example
 * showCardCode('K7M2P9QX') // => 'K7M2-P9QX'
 */
export const showCardCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

export type ReadCode = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'mistyped' };

/** A code in what somebody typed, without regard to case, width, spaces and hyphens; null when it has no such shape. */
export function readCardCode(text: string): ReadCode | null {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  if (!SHAPE.test(code)) return null;
  return checkCharacter(code.slice(0, -1)) === code.slice(-1) ? { kind: 'code', code } : { kind: 'mistyped' };
}
