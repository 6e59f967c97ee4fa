import { spawn } from 'node:child_process';

/** For programs that make much that lives short: a twentieth of their time went into tidying a small nursery again and again. */
export const ROOMY = '--max-semi-space-size=64';

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Collects the output instead of showing it; it is shown when the command fails. */
  readonly quiet?: boolean;
  /** The command may read what is typed or piped in. */
  readonly isAsking?: boolean;
}

/** Runs a command to its end. Resolves to its exit code; never rejects for a command that fails. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio:
        options.quiet === true
          ? ['ignore', 'pipe', 'pipe']
          : [options.isAsking === true ? 'inherit' : 'ignore', 'inherit', 'inherit'],
    });
    const output: string[] = [];
    child.stdout?.on('data', (chunk) => output.push(String(chunk)));
    child.stderr?.on('data', (chunk) => output.push(String(chunk)));
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      if (code !== 0 && options.quiet === true) process.stderr.write(output.join(''));
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool of node_modules/.bin by its JavaScript entry, so that no shell stands between. */
export function runBin(name: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return run(`node_modules/.bin/${name}`, args, options);
}

/**
 * Checks or builds TypeScript with the native compiler, which needs a fifth of the time. `typescript` itself stays at the
 * version that Taro, Swagger and the boundaries can load as a library; both packages call their command `tsc`, hence the path.
 */
export function runTsc(args: readonly string[]): Promise<number> {
  return run(process.execPath, ['node_modules/typescript-native/bin/tsc', ...args]);
}
