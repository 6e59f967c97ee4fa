/** Deeper than any contract nests, with room. */
const DEPTH_MAX = 32;
/** Entries of one list or one object; the largest batch of the contracts is a tenth of it. */
const ENTRIES_MAX = 10_000;

export type JsonFault = 'too_deep' | 'too_many' | 'key_twice';

/** What the text of a JSON body says of its size before anybody parses it. */
export interface JsonOutline {
  readonly fault: Exclude<JsonFault, 'key_twice'> | null;
  /** How many keys are written down, each time one is. */
  readonly keys: number;
}

/**
 * Looks over JSON text in one pass: parsing a body that nests without end takes longer than its bytes did. Text that
 * is no JSON gets some outline; the parser refuses it.
 */
export function outlineJson(text: string): JsonOutline {
  const entries = [0];
  let keys = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at);
        break;
      case '[':
      case '{':
        if (entries.length > DEPTH_MAX) return { fault: 'too_deep', keys };
        entries.push(1);
        break;
      case ']':
      case '}':
        entries.pop();
        break;
      case ',': {
        const count = (entries.pop() ?? 0) + 1;
        if (count > ENTRIES_MAX) return { fault: 'too_many', keys };
        entries.push(count);
        break;
      }
      case ':':
        keys += 1;
    }
  }
  return { fault: null, keys };
}

/**
 * Whether an object of a parsed body was written with one key twice: two readers of it may each believe another one.
 * @param keys as the outline of its text says
 */
export function hasKeyTwice(value: unknown, keys: number): boolean {
  let kept = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (typeof each !== 'object' || each === null) continue;
    const children: unknown[] = Array.isArray(each) ? each : Object.values(each);
    if (!Array.isArray(each)) kept += children.length;
    for (const child of children) waiting.push(child);
  }
  return keys > kept;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
