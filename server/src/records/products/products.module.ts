import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { ProductDesk } from './product-desk.ts';
import { ProductEditing } from './product-editing.ts';
import { ProductImport } from './product-import.ts';
import { ProductSale } from './product-sale.ts';
import { ProductShelf } from './product-shelf.ts';
import { ProductsConsoleController } from './products.console.controller.ts';

/** The register of products: what each is, how risky, and who agreed to it. */
@Module({
  imports: [AuditModule, OrganisationModule, ReviewsModule],
  controllers: [ProductsConsoleController],
  providers: [ProductDesk, ProductEditing, ProductImport, ProductSale, ProductShelf],
  exports: [ProductDesk, ProductEditing, ProductShelf],
})
export class ProductsModule {}
