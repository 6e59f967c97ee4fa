import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = (): number => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
let ticks: number | undefined;

/** Seconds of processor time a process has used so far, its own and the kernel's for it. From Linux's /proc. */
export function cpuSecondsOf(pid: number): number {
  // The name in parentheses may hold anything; after it come the state and numbers.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  ticks ??= ticksPerSecond();
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** The most memory a process has had resident so far, in MB (10^6 bytes). */
export function peakMegabytesOf(pid: number): number {
  return megabytesOf(pid, 'VmHWM');
}

/** The memory that a process has resident now, in MB (10^6 bytes). */
export function residentMegabytesOf(pid: number): number {
  return megabytesOf(pid, 'VmRSS');
}

function megabytesOf(pid: number, name: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
