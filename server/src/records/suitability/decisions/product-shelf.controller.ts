import { Body, Controller, Param, Query } from '@nestjs/common';
import { ProductId, PublicId } from '@siyu/shared/contracts/primitives';
import {
  AskForProduct,
  ConfirmNotice,
  ProductPage,
  ShownProductQuery,
  ShownProducts,
} from '@siyu/shared/contracts/product-shelf';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { consentRequired } from './decisions.errors.ts';
import { MemberShelf } from './member-shelf.ts';
import { NoticeConfirmations } from './notice-confirmations.ts';
import { OwnRequests } from './own-requests.ts';
import { ProductPages } from './product-pages.ts';
import { PurchaseClearances } from './purchase-clearances.ts';

const Id = { schema: PublicId };

@Controller()
export class ProductShelfController {
  constructor(
    private readonly identity: Identity,
    private readonly shelf: MemberShelf,
    private readonly pages: ProductPages,
    private readonly requests: OwnRequests,
    private readonly notices: NoticeConfirmations,
    private readonly clearances: PurchaseClearances,
  ) {}

  @Bind(productShelfRoutes.listShown, { response: ShownProducts })
  @Access({ audience: 'member' })
  async listShown(
    @Caller() caller: Principal,
    @Query({ schema: ShownProductQuery }) query: z.output<typeof ShownProductQuery>,
  ): Promise<ShownProducts> {
    return this.shelf.list(await this.#memberNoOf(caller), caller, query);
  }

  @Bind(productShelfRoutes.getShown, { response: ProductPage })
  @Access({ audience: 'member' })
  async getShown(
    @Caller() caller: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
  ): Promise<ProductPage> {
    return this.pages.of(await this.#memberNoOf(caller), productId, caller);
  }

  @Bind(productShelfRoutes.ask, { response: ProductPage })
  @Access({ audience: 'member' })
  async ask(
    @Caller() caller: Principal,
    @Param('askingId', Id) askingId: string,
    @Body({ schema: AskForProduct }) { named }: AskForProduct,
  ): Promise<ProductPage> {
    const memberNo = await this.#memberNoOf(caller);
    const productId = await this.requests.ask(memberNo, askingId, named, caller);
    return this.pages.of(memberNo, productId, caller);
  }

  @Bind(productShelfRoutes.confirmNotice, { response: ProductPage })
  @Access({ audience: 'member' })
  async confirmNotice(
    @Caller() caller: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
    @Body({ schema: ConfirmNotice }) confirmed: ConfirmNotice,
  ): Promise<ProductPage> {
    const memberNo = await this.#memberNoOf(caller);
    await this.notices.confirm(memberNo, productId, confirmed);
    return this.pages.of(memberNo, productId, caller);
  }

  @Bind(productShelfRoutes.clear, { response: ProductPage })
  @Access({ audience: 'member' })
  async clear(
    @Caller() caller: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
  ): Promise<ProductPage> {
    const memberNo = await this.#memberNoOf(caller);
    await this.clearances.clear(memberNo, productId, caller);
    return this.pages.of(memberNo, productId, caller);
  }

  /** @throws {AppError} identity.consent_required */
  async #memberNoOf({ memberNo }: Principal): Promise<number> {
    if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    return memberNo;
  }
}
