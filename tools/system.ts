import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasMariaDb } from './mariadb.ts';

interface Needed {
  readonly package: string;
  readonly isThere: () => boolean;
  /** What does as well where the package cannot be had. */
  readonly isEnough?: () => boolean;
}

const NEEDED: readonly Needed[] = [
  { package: 'mariadb-server', isThere: hasMariaDb },
  {
    package: 'chromium-headless-shell',
    isThere: () => existsSync('/usr/bin/chromium-headless-shell'),
    // Slower, and the same to every test.
    isEnough: () => existsSync('/usr/bin/chromium'),
  },
  {
    package: 'fonts-noto-cjk',
    isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  { package: 'redis-server', isThere: () => existsSync('/usr/bin/redis-server') },
  { package: 'nginx', isThere: () => existsSync('/usr/sbin/nginx') },
];

/**
 * Installs what the suites need from Debian's packages when this may be done here.
 * @returns the packages that stay absent; their tests are skipped and printed.
 */
export function installSystemPackages(): string[] {
  const missing = (): string[] => NEEDED.filter((each) => !each.isThere()).map((each) => each.package);
  const absent = missing();
  if (absent.length === 0) return [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing ${absent.join(', ')} from Debian's packages …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options: SpawnSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...absent], options);
  }
  const still = NEEDED.filter((each) => !each.isThere() && each.isEnough?.() !== true).map(
    (each) => each.package,
  );
  if (still.length > 0) {
    console.error(`Absent: ${still.join(', ')}. Install with: sudo apt-get install ${still.join(' ')}`);
  }
  return still;
}
