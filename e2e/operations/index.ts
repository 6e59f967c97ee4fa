export { readCodeBlocks, type CodeBlock } from './code-blocks.ts';
export { Debian } from './debian.ts';
export { type RunningBlock } from './shell.ts';
