import { CONCLUSIONS, type Conclusion } from '@siyu/shared/contracts/identity.limits';

/** Conclusions as one column holds them, in their own order; null: none. */
export function refusedText(refused: ReadonlySet<Conclusion>): string | null {
  return refused.size === 0 ? null : CONCLUSIONS.filter((each) => refused.has(each)).join(',');
}

/** What the column says; a code that is none any more says nothing. */
export function readRefused(text: string | null): ReadonlySet<Conclusion> {
  const codes = text?.split(',') ?? [];
  return new Set(CONCLUSIONS.filter((each) => codes.includes(each)));
}
