// The only script that runs before anything is installed: checks Node, installs the locked packages, and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Siyu needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = 'node_modules/.siyu-installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing the locked packages (a few minutes the first time) …');
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('npm ci failed; the lines above say why.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const [command = 'start', ...rest] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', `tools/${command}.ts`, ...rest], {
  stdio: 'inherit',
});
// The child owns the ending: the terminal sends Ctrl-C to both, so the parent only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (signal === 'SIGTERM') child.kill('SIGTERM');
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
