import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { PROFESSIONAL_TEXT_VERSION } from '@siyu/shared/messages';
import type { Page } from 'playwright-core';
import { assessMember, sendProfessionalPicture, signInMember, until, type Whole } from '../harness/index.ts';

interface Desk {
  readonly whole: () => Whole;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const rows = (page: Page) => page.locator('.ant-table-row');

/** Evidence looked at by one, decided on by another; and whom to call for somebody's safety. */
export function itCaresForInvestors({ whole, at }: Desk): void {
  it('I-01 REQ-SUIT-11 evidence is looked at by one person and decided on by a second; only then the client is a professional investor', async () => {
    const member = await signInMember(whole(), 'investor-care-1');
    await assessMember(member);
    const applicationId = randomUUID();
    await member.call(professionalRoutes.apply, {
      body: {
        applicationId,
        ground: 'CONVERSION_ASSETS',
        experience: '2016 年起投资股票基金',
        pictureIds: [await sendProfessionalPicture(whole(), member)],
        textVersion: PROFESSIONAL_TEXT_VERSION,
      },
    });
    const operator = await at('/members', 'operator');
    await operator.getByRole('link', { name: '适当性', exact: true }).click();
    await rows(operator).first().click();
    const drawer = operator.locator('.ant-drawer-body');
    await drawer.getByText('2016 年起投资股票基金').waitFor();
    await drawer.getByRole('button', { name: '查看图片 1' }).click();
    const picture = operator
      .getByRole('dialog', { name: '证明材料 · 图片 1' })
      .getByRole('img', { name: '图片 1' });
    await until('the picture is drawn', () =>
      picture.evaluate((img: HTMLImageElement) => img.naturalWidth > 0),
    );
    await operator.keyboard.press('Escape');
    await drawer.getByRole('button', { name: '材料充分，提交复核' }).click();
    await drawer.getByText('等合规同事在「审核」里决定').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: '专业投资者申请' }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText('2016 年起投资股票基金').waitFor();
    await review.getByRole('button', { name: '通过', exact: true }).click();
    await review.waitFor({ state: 'detached' });
    const { professionalUntil, application } = await member.call(professionalRoutes.getOwn, {});
    expect([application?.state, professionalUntil === null]).toEqual(['APPROVED', false]);
  });

  it('I-01 whom to call for the safety of a member is shown once somebody has written down why', async () => {
    const member = await signInMember(whole(), 'investor-care-2');
    await member.call(elderRoutes.sayBirthYear, { body: { birthYear: 1_948 } });
    await member.call(elderRoutes.nameTrustedContact, {
      body: { name: '王小丽', relation: 'CHILD', phone: '13800001234', hasAgreed: true },
    });
    const service = await at('/suitability', 'service');
    await rows(service).filter({ hasText: '已填写' }).last().click();
    const drawer = service.locator('.ant-drawer-body');
    await drawer.getByText('疑似遇到诈骗').click();
    await drawer.getByLabel('发生了什么（记入档案）').fill('有人要他转账到陌生账户');
    expect(await drawer.getByText('13800001234').count()).toBe(0);
    await drawer.getByRole('button', { name: '记录并显示联系方式' }).click();
    await drawer.getByText('13800001234').waitFor();
    await drawer.getByRole('link', { name: '回访' }).click();
    await rows(service).filter({ hasText: '高龄客户先行回访' }).first().waitFor();
  });
}
