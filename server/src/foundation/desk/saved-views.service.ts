import { Injectable } from '@nestjs/common';
import type { SavedViews, SaveView } from '@siyu/shared/contracts/desk';
import { VIEWED_LISTS, VIEWS_PER_LIST_MAX, type ViewedList } from '@siyu/shared/contracts/desk.limits';
import { Randomness } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { tooManyViews, viewNotFound } from './desk.errors.ts';
import { SavedViewRow } from './saved-view.entity.ts';

/** Views of lists, each person's own: what another one may see of a list, the list itself decides. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly database: Database,
    private readonly randomness: Randomness,
  ) {}

  /** By name. */
  async listViews({ id: staffId }: Principal, list: ViewedList): Promise<SavedViews> {
    const rows = await this.database.read.find(SavedViewRow, {
      where: { staffId, list },
      order: { name: 'ASC', viewId: 'ASC' },
    });
    return { views: rows.map(({ viewId, name, query }) => ({ viewId, list, name, query })) };
  }

  /** Keeps a view; one of the same name is replaced. */
  async saveView(owner: Principal, { list, name, query }: SaveView): Promise<SavedViews> {
    await this.database.runInTransaction(async ({ manager }) => {
      const kept = await manager.findBy(SavedViewRow, { staffId: owner.id, list });
      const known = kept.find((view) => view.name === name);
      if (known === undefined && kept.length >= VIEWS_PER_LIST_MAX) throw tooManyViews(VIEWS_PER_LIST_MAX);
      if (known !== undefined) {
        const update = manager.createQueryBuilder().update(SavedViewRow).set({ query });
        await update.where({ viewId: known.viewId }).execute();
        return;
      }
      const row = { viewId: this.randomness.uuid(), staffId: owner.id, list, name, query };
      await manager
        .createQueryBuilder()
        .insert()
        .into(SavedViewRow)
        .values(row)
        .updateEntity(false)
        .execute();
    });
    return this.listViews(owner, list);
  }

  /** @throws {AppError} desk.view_not_found also for somebody else's */
  async deleteView(owner: Principal, viewId: string): Promise<SavedViews> {
    const found = await this.database.read.findOneBy(SavedViewRow, { viewId, staffId: owner.id });
    const list = VIEWED_LISTS.find((each) => each === found?.list);
    if (list === undefined) throw viewNotFound();
    await this.database.runInTransaction(({ manager }) => manager.delete(SavedViewRow, { viewId }));
    return this.listViews(owner, list);
  }
}
