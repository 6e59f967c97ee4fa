import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/mariadb.ts';
import { ROOT, until } from '../harness/index.ts';
import type { CodeBlock } from './code-blocks.ts';
import { runBlock, startBlock, type RunningBlock } from './shell.ts';

/** What an operator fills in where the page says `…`. */
const FILLED: Readonly<Record<string, string>> = {
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
  CORE_SYSTEM_TOKEN: '5f0c3a1e9b7d4c2f8a6e1d3b5f0c3a1e',
  FIRM_NAME: '某某证券',
  FIRM_LICENCE_NO: 'Z00000001',
  FIRM_COMPLAINT_PHONE: '95000',
};

/** The machine that docs/operations.md speaks of, inside one folder of this one. */
export class Debian {
  readonly folder: string;
  readonly port: number;
  readonly #places: ReadonlyMap<string, string>;
  readonly #running: RunningBlock[] = [];

  private constructor(folder: string, ports: readonly number[], database: string) {
    this.folder = folder;
    this.port = ports[0] ?? 0;
    this.#places = new Map([
      ['/opt/siyu', ROOT.replace(/\/$/, '')],
      ['/etc/siyu', join(folder, 'etc')],
      ['/var/lib/siyu', join(folder, 'lib')],
      ['/var/backups/siyu', join(folder, 'backups')],
      ['/tmp/siyu', join(folder, 'trial')],
      ['purchases.csv', join(folder, 'purchases.csv')],
      ['scores.csv', join(folder, 'scores.csv')],
      ['sudo -u siyu ', ''],
      ['127.0.0.1:3000', `127.0.0.1:${this.port}`],
      ['PORT=3000', `PORT=${this.port}`],
      ['=3400', `=${ports[1] ?? 0}`],
      ['=7400', `=${ports[2] ?? 0}`],
      ['db.example:3306', database],
    ]);
  }

  /** @param database host and port of the MariaDB that the page calls `db.example` */
  static async make(database = '127.0.0.1:1'): Promise<Debian> {
    const folder = mkdtempSync(join(tmpdir(), 'siyu-operations-'));
    for (const name of ['etc', 'lib', 'backups', 'trial']) mkdirSync(join(folder, name));
    return new Debian(folder, [await freePort(), await freePort(), await freePort()], database);
  }

  /** A text of the page with this machine's places in it. */
  here(text: string): string {
    // In one go: a place of this machine may look like one of the page.
    const names = [...this.#places.keys()].map((name) => name.replaceAll(/[.]/g, '[.]')).join('|');
    return text.replaceAll(new RegExp(names, 'g'), (name) => this.#places.get(name) ?? name);
  }

  /** Writes or lengthens the file that a block says it is. */
  write(block: CodeBlock): void {
    const [verb = '', path = ''] = block.mark.split('=');
    const text = this.here(block.text).replace(
      /^([A-Z_]+)=…$/gm,
      (_, name: string) => `${name}=${FILLED[name] ?? ''}`,
    );
    (verb === 'append' ? appendFileSync : writeFileSync)(this.here(path), `${text}\n`, { mode: 0o640 });
  }

  /** Runs a block to its end and gives what it said. @throws with those words when it fails. */
  async run(block: CodeBlock): Promise<string> {
    const { code, said } = await runBlock(this.here(block.text), ROOT);
    if (code !== 0)
      throw new Error(`the block at line ${block.line} ends with ${code}:\n${block.text}\n\n${said}`);
    return said;
  }

  /** Starts a block and waits for its server. */
  async start(block: CodeBlock, port = this.port): Promise<RunningBlock> {
    const running = startBlock(this.here(block.text), ROOT);
    this.#running.push(running);
    await until(
      `the server of line ${block.line}`,
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status === 200,
      120_000,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${running.said()}`);
    });
    return running;
  }

  async close(): Promise<void> {
    for (const running of this.#running) await running.interrupt();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
