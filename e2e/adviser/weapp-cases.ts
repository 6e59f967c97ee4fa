import { expect, it } from '@jest/globals';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { signInStaff } from '../harness/client.ts';
import { until } from '../harness/until.ts';
import type { Whole } from '../harness/whole.ts';
import { tooCostly } from '../weapp-host/budgets.ts';
import type { TaroNode } from '../weapp-host/node.ts';
import type { Phone } from '../weapp-host/phone.ts';
import { firstShow, type FirstShow } from '../weapp-host/tour.ts';
import { enter } from '../weapp-host/walk.ts';

const isCard = ({ uid }: TaroNode): boolean => /^advised-[0-9a-f]{8}-/.test(uid ?? '');

/** From a code of the desk to a member of the own book, and to nothing once the desk says so. */
export function itOpensTheBookOnAPhone(whole: () => Whole, takePhone: (account: string) => Phone): void {
  it('I-12 REQ-SUIT-6 REQ-SEC-2 an adviser ties the phone with a code of the desk, reads the book, one member and the campaigns within the budgets, keeps nothing of them, and is out when the desk ends it', async () => {
    const phone = takePhone('journey-adviser');
    const app = phone.launch();
    await enter(app);
    app.navigate('/pages/me/index', 'tab');
    await app.tap('about-page');
    await app.untilRoute('account/about/index');
    await app.tap('adviser-entry');
    await app.untilRoute('adviser/book/index');
    const type = async (value: string): Promise<void> => {
      app.fire(await app.untilId('desk-code'), 'input', { value });
      await app.tap('tie-send');
    };
    await type('00000000');
    expect(app.text(await app.untilId('tie-problem'))).toContain('绑定码不对');
    const desk = await signInStaff(whole(), 'adviser1');
    await type((await desk.call(staffPhoneRoutes.issueCode, {})).code);

    await app.untilId('book-total');
    // Measured as it opens from now on, without the code.
    app.back();
    await app.tap('adviser-entry');
    await app.untilId('book-total');
    const shows: FirstShow[] = [];
    shows.push(await firstShow(phone, app));
    expect(app.text(await app.untilId('adviser-head'))).toContain('登记编码 S');
    const total = Number(/名下客户 (\d+) 位/.exec(app.text())?.[1]);
    expect(total).toBeGreaterThan(1);
    await app.tap('book-stage-CO_CREATING');
    await until('fewer of one stage', () => !app.text().includes(`名下客户 ${total} 位`));
    await app.tap('book-stage-ALL');
    await app.untilId('book-total');

    const card = app.all(isCard)[0]?.uid ?? '';
    await app.tap(card);
    await app.untilRoute('adviser/member/index');
    await app.untilId('advised-matches');
    shows.push(await firstShow(phone, app));
    for (const part of ['风险测评', '承受能力', '投资者类别', '安全联系人', '投顾协议', '综合分', '最近参与'])
      expect(app.text()).toContain(part);
    app.back();
    await app.tap('own-campaigns');
    await app.untilRoute('adviser/campaigns/index');
    shows.push(await firstShow(phone, app));
    const campaign = app.all(({ uid }) => /^campaign-[0-9a-f]{8}-/.test(uid ?? ''))[0]?.uid ?? '';
    await app.tap(campaign);
    await app.untilRoute('adviser/campaign/index');
    expect(app.text(await app.untilId('campaign-results'))).toContain('结果');
    shows.push(await firstShow(phone, app));
    expect(tooCostly(shows)).toEqual([]);
    // Whoever finds the phone finds nobody of the book on it, and no way in.
    const kept = phone.storage.keys().map((key) => phone.storage.json(key) ?? '');
    expect(kept.join()).not.toContain(card.replace('advised-', ''));
    expect(kept.join()).not.toContain('登记编码');

    app.back();
    app.back();
    await desk.call(staffPhoneRoutes.endTie, {});
    await app.tap(card);
    await app.untilId('desk-code');
    expect(app.text()).not.toContain('风险测评');
  }, 60_000);
}
