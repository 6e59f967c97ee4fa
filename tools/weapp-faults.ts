import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';

/** Ours, far below WeChat's 2 MB: a phone on a train opens the app within a second. */
export const MAIN_PACKAGE_MAX = 690 * 1024;
/** WeChat's own limits: of one sub-package, of all together, of a tab icon. */
const PACKAGE_MAX = 2 * 1024 * 1024;
const TOTAL_MAX = 30 * 1024 * 1024;
const ICON_MAX = 40 * 1024;

export interface WeappReport {
  readonly mainBytes: number;
  readonly totalBytes: number;
  readonly templates: number;
  readonly faults: readonly string[];
}

const AppConfig = z.object({
  pages: z.array(z.string()).default([]),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
  tabBar: z
    .object({
      list: z.array(z.object({ pagePath: z.string(), iconPath: z.string(), selectedIconPath: z.string() })),
    })
    .default({ list: [] }),
});
type AppConfig = z.infer<typeof AppConfig>;

/** What a script may not contain, with the name of the fault. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['eval', /\beval\s*\(/],
  // The runtime asks for the global object this way inside a `try`; WeChat answers with an error and it goes on.
  ['code made from text', /\bFunction\s*\(\s*(?!["']return this["']\s*\))["'`]/],
  ['zod', /ZodError|invalid_type/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ['a secret', /(?:app_?secret|mch_?key|api_?v3_?key|access_?key_?secret)["']?\s*[:=]\s*["'][^"']{8,}["']/i],
  ['a key of a cloud', /\b(?:AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,}|AKID[0-9A-Za-z]{13,})\b/],
  [
    'an inner address',
    /\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})\b|https?:\/\/[\w.-]+\.(?:internal|local|lan|corp)\b/,
  ],
];
/** A trial build talks to the machine it was made on; a release names its server in SIYU_API_BASE. */
const LOOPBACK = /https?:\/\/(?:127\.0\.0\.1|localhost)\b/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(at) : [at];
  });
}

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;

/**
 * Looks at a built mini-program as WeChat's upload and a careful reviewer would.
 * @param isRelease whether an address of this very machine is a fault
 */
export function inspectWeapp(folder: string, isRelease: boolean): WeappReport {
  if (!existsSync(join(folder, 'app.json')))
    return { mainBytes: 0, totalBytes: 0, templates: 0, faults: ['app.json is absent: nothing was built'] };
  const config = AppConfig.parse(JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')));
  const files = filesUnder(folder);
  const roots = config.subPackages.map(({ root }) => root.replace(/\/$/, ''));
  const within = (root: string): string[] =>
    files.filter((file) => relative(folder, file).startsWith(`${root}/`));
  const main = files.filter((file) => !roots.some((root) => relative(folder, file).startsWith(`${root}/`)));
  const templates = files.filter((file) => /\.(wxml|wxs)$/.test(file)).map((file) => relative(folder, file));

  const tooLarge = [
    ...(sizeOf(main) > MAIN_PACKAGE_MAX ? [`main package: ${kilobytes(sizeOf(main))}`] : []),
    ...roots.flatMap((root) =>
      sizeOf(within(root)) > PACKAGE_MAX ? [`package ${root}: ${kilobytes(sizeOf(within(root)))}`] : [],
    ),
    ...(sizeOf(files) > TOTAL_MAX ? [`all packages: ${kilobytes(sizeOf(files))}`] : []),
  ];
  return {
    mainBytes: sizeOf(main),
    totalBytes: sizeOf(files),
    templates: templates.length,
    faults: [
      ...tooLarge,
      ...faultsOfConfig(folder, config),
      ...faultsOfScripts(folder, files, isRelease),
      ...faultsOfTemplates(folder, templates),
    ],
  };
}

function faultsOfConfig(folder: string, config: AppConfig): string[] {
  const { pages } = config;
  const all = [
    ...pages,
    ...config.subPackages.flatMap(({ root, pages: own }) => own.map((page) => join(root, page))),
  ];
  const tabs = config.tabBar.list;
  const absent = all.flatMap((page) =>
    ['.js', '.json', '.wxml']
      .filter((part) => !existsSync(join(folder, page + part)))
      .map((part) => `app.json names ${page}, and ${page}${part} is absent`),
  );
  const icons = tabs
    .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    .flatMap((icon) => {
      if (!existsSync(join(folder, icon))) return [`icon ${icon} is absent`];
      const { size } = statSync(join(folder, icon));
      return size > ICON_MAX ? [`icon ${icon}: ${kilobytes(size)}`] : [];
    });
  return [
    ...(pages.length === 0 ? ['app.json names no page'] : []),
    ...(new Set(all).size < all.length ? ['app.json names a page twice'] : []),
    ...(tabs.length === 0 || (tabs.length >= 2 && tabs.length <= 5)
      ? []
      : [`${tabs.length} tabs; WeChat takes 2 to 5`]),
    ...tabs
      .filter(({ pagePath }) => !pages.includes(pagePath))
      .map(({ pagePath }) => `tab ${pagePath} is no page of the main package`),
    ...absent,
    ...icons,
  ];
}

function faultsOfScripts(folder: string, files: readonly string[], isRelease: boolean): string[] {
  const forbidden = isRelease ? [...FORBIDDEN, ['an address of this machine', LOOPBACK] as const] : FORBIDDEN;
  return files
    .filter((file) => /\.(js|json|wxml|wxs|wxss)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return forbidden
        .filter(([, pattern]) => pattern.test(text))
        .map(([name]) => `${relative(folder, file)} contains ${name}`);
    });
}

const compilers: Readonly<Record<string, string>> = {
  linux: 'linux/wcc',
  darwin: 'mac/wcc',
  win32: 'windows/wcc.exe',
};

/** Lets Tencent's own compiler read every template; it names the line of what it cannot read. */
function faultsOfTemplates(folder: string, templates: readonly string[]): string[] {
  const name = compilers[process.platform];
  if (name === undefined) return [`Tencent's wcc does not run on ${process.platform}`];
  const place = mkdtempSync(join(tmpdir(), 'siyu-wcc-'));
  try {
    // Packages are installed without their scripts, so the binary lies there without the right to run.
    const wcc = join(place, 'wcc');
    copyFileSync(join('node_modules/miniprogram-compiler/bin', name), wcc);
    chmodSync(wcc, 0o755);
    const answer = spawnSync(wcc, ['-o', join(place, 'out.js'), ...templates.map((file) => `./${file}`)], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (answer.status === 0 && existsSync(join(place, 'out.js'))) return [];
    return [`wcc: ${(answer.stderr + answer.stdout).trim() || `exit ${answer.status}`}`];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
