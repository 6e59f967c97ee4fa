export { ProductDesk } from './product-desk.ts';
export { ProductEditing } from './product-editing.ts';
export { ProductShelf, type ShelfPosition, type ShelvedProduct } from './product-shelf.ts';
export { PRODUCT_LEVEL_CHANGED } from './product.events.ts';
export { ProductsModule } from './products.module.ts';
