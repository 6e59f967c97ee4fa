import { Body, Controller, Param, Query } from '@nestjs/common';
import { ProductId } from '@siyu/shared/contracts/primitives';
import {
  EndSale,
  ProductDetail,
  ProductDraft,
  ProductQuery,
  ProductRows,
  SaveProduct,
} from '@siyu/shared/contracts/products';
import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import { z } from 'zod';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { once, RequestKey } from '../../platform/idempotency/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { ProductDesk } from './product-desk.ts';
import { ProductEditing } from './product-editing.ts';
import { ProductSale } from './product-sale.ts';

const Made = z.object({ productId: z.string() });
const readers = { audience: 'staff', roles: ['operator', 'compliance'] } as const;
const writers = { audience: 'staff', roles: ['operator'] } as const;

@Controller()
export class ProductsConsoleController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: ProductDesk,
    private readonly editing: ProductEditing,
    private readonly sale: ProductSale,
  ) {}

  @Bind(productsRoutes.listProducts, { response: ProductRows })
  @Access(readers)
  listProducts(@Query({ schema: ProductQuery }) query: z.output<typeof ProductQuery>): Promise<ProductRows> {
    return this.desk.list(query);
  }

  @Bind(productsRoutes.getProduct, { response: ProductDetail })
  @Access(readers)
  getProduct(@Param('productId', { schema: ProductId }) productId: string): Promise<ProductDetail> {
    return this.desk.get(productId);
  }

  @Bind(productsRoutes.createProduct, { response: ProductDetail, status: 201, takesKey: true })
  @Access(writers)
  async createProduct(
    @Caller() author: Principal,
    @Body({ schema: ProductDraft }) draft: ProductDraft,
    @RequestKey() key: string | null,
  ): Promise<ProductDetail> {
    const asked = { principalId: author.id, requestSha256: sha256OfJson(draft), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ productId: await this.editing.create(tx, draft, author) });
    const { productId } = await repeatOnDuplicate(this.database, (tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return this.desk.get(productId);
  }

  @Bind(productsRoutes.saveProduct, { response: ProductDetail })
  @Access(writers)
  saveProduct(
    @Caller() editor: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
    @Body({ schema: SaveProduct }) body: SaveProduct,
  ): Promise<ProductDetail> {
    return this.#act(productId, (tx) => this.editing.rewrite(tx, productId, body, editor));
  }

  @Bind(productsRoutes.submitProduct, { response: ProductDetail })
  @Access(writers)
  submitProduct(
    @Caller() caller: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
  ): Promise<ProductDetail> {
    return this.#act(productId, (tx) => this.editing.submit(tx, productId, caller));
  }

  @Bind(productsRoutes.endSale, { response: ProductDetail })
  @Access(readers)
  endSale(
    @Caller() caller: Principal,
    @Param('productId', { schema: ProductId }) productId: string,
    @Body({ schema: EndSale }) body: EndSale,
  ): Promise<ProductDetail> {
    return this.#act(productId, (tx) => this.sale.end(tx, productId, body, caller));
  }

  async #act(productId: string, work: (tx: Transaction) => Promise<unknown>): Promise<ProductDetail> {
    await repeatOnDuplicate(this.database, work);
    return this.desk.get(productId);
  }
}
