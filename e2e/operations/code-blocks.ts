/** A fenced block of a page: its language, what stands after it, and its text. */
export interface CodeBlock {
  readonly language: string;
  /** `run`, `run background`, `hand`, `file=PATH`, `append=PATH`; empty when the block is only to be read. */
  readonly mark: string;
  readonly text: string;
  readonly line: number;
}

/** The fenced blocks of a page of Markdown, in their order. */
export function readCodeBlocks(markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { language: string; mark: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === null) {
      open = { language: fence[1] ?? '', mark: fence[2] ?? '', line: index + 1, lines: [] };
    } else {
      const { language, mark, line: at, lines } = open;
      blocks.push({ language, mark, line: at, text: lines.join('\n') });
      open = null;
    }
  }
  return blocks;
}
