import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ItemDraft,
  ItemQuery,
  ItemRow,
  ItemRows,
  SaveItem,
  WithdrawItem,
} from '@siyu/shared/contracts/catalogue-desk';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { CATALOGUE_ITEM_SUBJECT } from '@siyu/shared/contracts/redemption.limits';
import { z } from 'zod';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { once, RequestKey } from '../../../platform/idempotency/index.ts';
import { ItemDesk } from './item-desk.ts';
import { ItemEditing } from './item-editing.ts';
import { ItemPublication } from './item-publication.ts';
import { ItemWording } from './item-wording.ts';

const Made = z.object({ itemId: z.string() });
const Id = { schema: PublicId };
const writers = { audience: 'staff', roles: ['operator'] } as const;
const readers = { audience: 'staff', roles: ['operator', 'compliance'] } as const;

@Controller()
export class CatalogueConsoleController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: ItemDesk,
    private readonly editing: ItemEditing,
    private readonly publication: ItemPublication,
    private readonly wording: ItemWording,
  ) {}

  @Bind(catalogueDeskRoutes.listItems, { response: ItemRows })
  @Access(readers)
  listItems(@Query({ schema: ItemQuery }) query: z.output<typeof ItemQuery>): Promise<ItemRows> {
    return this.desk.list(query);
  }

  @Bind(catalogueDeskRoutes.getItem, { response: ItemRow })
  @Access(readers)
  getItem(@Param('itemId', Id) itemId: string): Promise<ItemRow> {
    return this.desk.get(itemId);
  }

  @Bind(catalogueDeskRoutes.createItem, { response: ItemRow, status: 201, takesKey: true })
  @Access(writers)
  async createItem(
    @Caller() author: Principal,
    @Body({ schema: ItemDraft }) draft: ItemDraft,
    @RequestKey() key: string | null,
  ): Promise<ItemRow> {
    const asked = { principalId: author.id, requestSha256: sha256OfJson(draft), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ itemId: await this.editing.create(tx, draft, author) });
    const { itemId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return this.desk.get(itemId);
  }

  @Bind(catalogueDeskRoutes.saveItem, { response: ItemRow })
  @Access(writers)
  saveItem(
    @Caller() editor: Principal,
    @Param('itemId', Id) itemId: string,
    @Body({ schema: SaveItem }) body: SaveItem,
  ): Promise<ItemRow> {
    return this.#act(itemId, (tx) => this.editing.rewrite(tx, itemId, body, editor));
  }

  @Bind(catalogueDeskRoutes.submitItem, { response: ItemRow })
  @Access(writers)
  submitItem(@Caller() caller: Principal, @Param('itemId', Id) itemId: string): Promise<ItemRow> {
    const subject = { subjectKind: CATALOGUE_ITEM_SUBJECT, subjectId: itemId };
    return this.wording.noteRefusal(caller, subject, () =>
      this.#act(itemId, (tx) => this.editing.submit(tx, itemId, caller)),
    );
  }

  /** Whoever finds the fault takes it away. */
  @Bind(catalogueDeskRoutes.withdrawItem, { response: ItemRow })
  @Access(readers)
  withdrawItem(
    @Caller() caller: Principal,
    @Param('itemId', Id) itemId: string,
    @Body({ schema: WithdrawItem }) { reason }: WithdrawItem,
  ): Promise<ItemRow> {
    return this.#act(itemId, (tx) => this.publication.withdraw(tx, itemId, reason, caller));
  }

  async #act(itemId: string, work: (tx: Transaction) => Promise<void>): Promise<ItemRow> {
    await this.database.runInTransaction(work);
    return this.desk.get(itemId);
  }
}
