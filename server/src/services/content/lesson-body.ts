export interface Paragraph {
  readonly kind: 'heading' | 'text';
  readonly text: string;
}

/**
 * Parts a lesson's plain text into paragraphs: blank lines part them, a line starting with `## ` is a heading of
 * its own, lines inside a paragraph stay lines. Nothing is interpreted as markup.
 * @example
 * parseLessonBody('## 复利\n\n早一点开始。') // => [{ kind: 'heading', text: '复利' }, { kind: 'text', text: '早一点开始。' }]
 */
export function parseLessonBody(body: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) paragraphs.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  for (const line of body.split(/\r\n|\r|\n/).map((raw) => raw.trim())) {
    const heading = /^##\s+(\S.*)$/u.exec(line)?.[1];
    if (heading !== undefined) {
      close();
      paragraphs.push({ kind: 'heading', text: heading });
    } else if (line === '') {
      close();
    } else {
      lines.push(line);
    }
  }
  close();
  return paragraphs;
}
