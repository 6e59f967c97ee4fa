import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IMPORT_COLUMNS, IMPORT_ROLES } from '@siyu/shared/contracts/imports.limits';
import type { ProductDraft } from '@siyu/shared/contracts/products';
import { dayOfInstant, parseDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { principalOfStaff, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import {
  type ImportKind,
  ImportKinds,
  type ImportLine,
  type ImportSource,
  type LineVerdict,
  tellOnce,
} from '../../platform/imports/index.ts';
import { Product } from './product.entity.ts';
import { ProductEditing } from './product-editing.ts';
import { columnsOf } from './product-terms.ts';
import { IMPORTER_GONE, TOLD_DIFFERENTLY } from './products.errors.ts';
import { type LineFault, readToldProduct } from './told-product.ts';

/** Files of products: a firm sells thousands. Each line goes to a second person as one entered by hand does. */
@Injectable()
export class ProductImport implements ImportKind, OnModuleInit {
  readonly name = 'products';
  readonly required = IMPORT_COLUMNS.products.required;
  readonly optional = IMPORT_COLUMNS.products.optional;
  readonly wholeLinesMax = null;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
    private readonly editing: ProductEditing,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async record(
    tx: Transaction,
    lines: readonly ImportLine[],
    { importId, requestedBy }: ImportSource,
  ): Promise<readonly LineVerdict[]> {
    const actor = await this.#actor(requestedBy);
    // Whoever has left or changed their post since they sent the file enters nothing any more.
    if (actor === null) return lines.map(() => refusal({ code: IMPORTER_GONE }));
    const read = lines.map(({ cells }) => readToldProduct(cells));
    const drafts = read.flatMap((each) => ('draft' in each ? [each.draft] : []));
    const told = drafts.map((draft) => ({ id: draft.code, fingerprint: columnsOf(draft).sha256 }));
    const codes = In([...new Set(drafts.map(({ code }) => code))]);
    const known = await tx.manager.findBy(Product, { code: codes });
    const verdicts = tellOnce(told, new Map(known.map(({ code, sha256 }) => [code, sha256])));
    const fresh = drafts.filter((_, at) => verdicts[at] === 'new');
    const ids = await this.editing.enter(tx, fresh, actor, 'products.import', { importId });
    for (const [at, productId] of ids.entries())
      if (this.#isWhole(fresh[at])) await this.editing.submit(tx, productId, actor);
    const next = verdicts.values();
    return read.map((each): LineVerdict => {
      if ('fault' in each) return refusal(each.fault);
      const { value } = next.next();
      if (value === undefined) throw new Error('a product was left without verdict');
      if (value === 'differs') return refusal({ code: TOLD_DIFFERENTLY });
      return { verdict: value === 'new' ? 'recorded' : 'duplicate' };
    });
  }

  #isWhole(draft: ProductDraft | undefined): boolean {
    if (draft === undefined || draft.level === null || draft.horizonMonths === null) return false;
    const until = draft.levelValidUntil === null ? null : parseDay(draft.levelValidUntil);
    return until !== null && until > dayOfInstant(this.clock.now());
  }

  async #actor(staffId: string): Promise<Principal | null> {
    const person = await this.staff.findServingStaff(staffId);
    const mayImport = person?.roles.some((role) => IMPORT_ROLES.products.some((may) => may === role));
    return person === null || mayImport !== true ? null : principalOfStaff(person, null);
  }
}

const refusal = ({ code, details }: LineFault): LineVerdict => ({
  verdict: 'refused',
  code,
  ...(details !== undefined && { details }),
});
