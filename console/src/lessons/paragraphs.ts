export interface Paragraph {
  readonly kind: 'heading' | 'text';
  readonly text: string;
}

/**
 * The body as a member will read it, by the server's own rule: blank lines part paragraphs, a line starting
 * with `## ` is a heading of its own.
 * @example paragraphs('## 复利\n\n早一点开始。') // => [{ kind: 'heading', text: '复利' }, { kind: 'text', text: '早一点开始。' }]
 */
export function paragraphs(body: string): Paragraph[] {
  const found: Paragraph[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) found.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  for (const line of body.split(/\r\n|\r|\n/).map((raw) => raw.trim())) {
    const heading = /^##\s+(\S.*)$/u.exec(line)?.[1];
    if (heading !== undefined) close();
    if (heading !== undefined) found.push({ kind: 'heading', text: heading });
    else if (line === '') close();
    else lines.push(line);
  }
  close();
  return found;
}
