import { expect, it } from '@jest/globals';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { assessMember } from '../harness/assess-member.ts';
import { signInMember } from '../harness/client.ts';
import { until } from '../harness/until.ts';
import type { Whole } from '../harness/whole.ts';
import type { Phone } from './phone.ts';
import { enter } from './walk.ts';

/** From the shelf to being let buy, and what a member reads who names a product above the own level. */
export function itLeadsToAProduct(whole: () => Whole, takePhone: (account: string) => Phone): void {
  it('I-02 I-03 REQ-SUIT-3 REQ-SUIT-12 on the phone nothing is shown before the assessment; then what suits, and above the own level what one names oneself, after its notices', async () => {
    const app = takePhone('journey-products').launch();
    await enter(app);
    app.navigate('/pages/me/index', 'tab');
    await app.tap('my-products');
    await app.untilRoute('products/list/index');
    await app.untilId('shelf-closed');
    expect(app.text()).toContain('您还没有做风险测评');
    app.back();

    const member = await signInMember(whole(), 'journey-products', []);
    await assessMember(member);
    await member.call(elderRoutes.sayBirthYear, { body: { birthYear: 1985 } });
    await app.tap('my-products');
    await app.untilId('ask-product');
    const isCard = ({ uid }: { readonly uid?: string }): boolean => uid?.startsWith('product-') === true;
    const texts = app.all(isCard).map((card) => app.text(card));
    expect(texts.join()).toContain('思域均衡混合');
    expect(texts.join()).not.toMatch(/R4|R5|私募/);
    const suits = app.all(isCard).find((card) => app.text(card).includes('思域均衡混合'));
    await app.tap(suits?.uid ?? '');
    await app.untilRoute('products/one/index');
    await app.untilId('product-terms');
    await app.tap('product-buy');
    expect(app.text(await app.untilId('product-cleared'))).toContain('交易软件办理');
    app.back();

    const name = async (value: string): Promise<void> => {
      app.fire(await app.untilId('ask-product'), 'input', { value });
      await app.tap('ask-send');
    };
    await name('SY1005');
    expect(app.text(await app.untilId('ask-problem'))).toContain('没有找到这个产品');
    await name('SY1004');
    await app.untilRoute('products/one/index');
    await app.untilId('notice-NOT_SUITABLE');
    expect(app.text()).not.toContain('36 个月');
    await until('the notice had its time', () => app.text().includes('我已看完'), 10_000);
    await app.tap('notice-confirm');
    await app.untilId('notice-SPECIAL_RISK_WARNING');
    app.back();
    // The way is found again where it was left.
    await until('what was asked for', () => app.text().includes('您自己询问的产品'));
  }, 60_000);
}
