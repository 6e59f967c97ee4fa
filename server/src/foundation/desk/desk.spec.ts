import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { VIEWS_PER_LIST_MAX } from '@siyu/shared/contracts/desk.limits';
import type { Principal } from '../../platform/http/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { DeskModule } from './index.ts';
import { SavedViewsService } from './saved-views.service.ts';

const staff = (last: string): Principal => ({
  audience: 'staff',
  id: `00000000-0000-7000-8000-00000000000${last}`,
  memberNo: null,
  roles: ['operator'],
  scope: { kind: 'firm' },
  sessionId: null,
});
const [one, other] = [staff('1'), staff('2')];

describeOnEngines((engine) => {
  let app: TestApp;
  let views: SavedViewsService;
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [DeskModule] });
    views = app.app.get(SavedViewsService, { strict: false });
  });
  afterEach(() => app.close());
  const save = (name: string, query: string, owner = one) =>
    views.saveView(owner, { list: 'members', name, query });

  it('D-04 a view is kept by name, replaced under the same name, and listed for its own page only', async () => {
    await save('信任阶段', 'stage=TRUSTING');
    await save('高分在前', 'sort=score');
    const { views: kept } = await save('信任阶段', 'stage=TRUSTING&sort=score');
    expect(kept.map(({ name, query }) => `${name} ${query}`).sort()).toEqual([
      '信任阶段 stage=TRUSTING&sort=score',
      '高分在前 sort=score',
    ]);
    expect((await views.listViews(one, 'reviews')).views).toEqual([]);
  });

  it("D-04 another person neither sees nor deletes somebody's views", async () => {
    const [view] = (await save('我的', 'sort=score')).views;
    expect((await views.listViews(other, 'members')).views).toEqual([]);
    await expect(views.deleteView(other, view?.viewId ?? '')).rejects.toMatchObject({
      code: 'desk.view_not_found',
    });
    expect((await views.deleteView(one, view?.viewId ?? '')).views).toEqual([]);
  });

  it('D-04 a list holds so many views and no more', async () => {
    for (let at = 0; at < VIEWS_PER_LIST_MAX; at += 1) await save(`视图 ${at}`, '');
    await expect(save('再一个', '')).rejects.toMatchObject({ code: 'desk.too_many_views' });
    expect((await save('视图 0', 'sort=score')).views).toHaveLength(VIEWS_PER_LIST_MAX);
  });
});
