import { Injectable } from '@nestjs/common';
import type { ExportKindCode } from '@siyu/shared/contracts/exports.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { Principal } from '../../platform/http/index.ts';

export interface ExportPage {
  /** Texts by column, of every column of the kind. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Where the list goes on; null at its end. */
  readonly after: string | null;
}

/** A list that can leave as a file, registered by the module that shows it: same roles, same scope, same masks. */
export interface ExportKind {
  readonly name: ExportKindCode;
  readonly roles: readonly Role[];
  /** @throws {ValidationFailed} for filters the list does not know */
  count(asker: Principal, query: Readonly<Record<string, string>>, max: number): Promise<number>;
  page(
    asker: Principal,
    query: Readonly<Record<string, string>>,
    after: string | null,
    limit: number,
  ): Promise<ExportPage>;
}

/** The lists that modules let out; they register in `onModuleInit`. */
@Injectable()
export class ExportKinds {
  readonly #kinds = new Map<string, ExportKind>();

  register(kind: ExportKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`the export kind ${kind.name} is registered twice`);
    this.#kinds.set(kind.name, kind);
  }

  find(name: string): ExportKind | null {
    return this.#kinds.get(name) ?? null;
  }
}

export const mayExport = (kind: ExportKind, { roles }: Pick<Principal, 'roles'>): boolean =>
  kind.roles.some((role) => roles.includes(role));
