import { Injectable } from '@nestjs/common';
import type { ImportKind } from './import-kind.ts';

/** The kinds of files that modules take in; they register in `onModuleInit`. */
@Injectable()
export class ImportKinds {
  readonly #kinds = new Map<string, ImportKind>();

  register(kind: ImportKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`the import kind ${kind.name} is registered twice`);
    this.#kinds.set(kind.name, kind);
  }

  find(name: string): ImportKind | null {
    return this.#kinds.get(name) ?? null;
  }
}
