/** A part of an address as it was meant, since neither WeChat nor a browser decodes them all; empty when it is broken. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
