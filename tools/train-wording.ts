import { judgeByAuthor } from './wording/by-author.ts';
import { writeTrained } from './wording/write-trained.ts';

// Teaches the second reader of the wording check anew, from the sentences in the repository (docs/decisions/0021).
// With `--by-author` it writes nothing and tells how it judges each author after learning from the others only.
if (process.argv.includes('--by-author')) judgeByAuthor();
else await writeTrained();
