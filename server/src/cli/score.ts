import { runScore } from './score/run-score.ts';

process.exitCode = await runScore(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
