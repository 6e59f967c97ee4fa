import { build } from './build.ts';

// Teaches the second reader of the wording check anew, from the sentences in the repository (docs/decisions/0021).
// With `--by-author` it writes nothing and tells how it judges each author after learning from the others only.
if (await build(['server'])) {
  const { writeTrained } = await import('./wording/write-trained.ts');
  const { judgeByAuthor } = await import('./wording/by-author.ts');
  if (process.argv.includes('--by-author')) judgeByAuthor();
  else await writeTrained();
} else process.exitCode = 1;
